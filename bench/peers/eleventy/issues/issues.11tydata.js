export default {
  layout: "issue.11ty.js",
  tags: "issue",
  permalink: ({ page }) => `/issues/${page.fileSlug}/`,
};
