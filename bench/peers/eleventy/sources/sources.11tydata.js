export default {
  layout: "source.11ty.js",
  tags: "source",
  permalink: ({ page }) => `/sources/${page.fileSlug}/`,
};
