export default {
  layout: "fact.11ty.js",
  tags: "fact",
  permalink: ({ page }) => `/facts/${page.fileSlug}/`,
};
