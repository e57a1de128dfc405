export default {
  layout: "actor.11ty.js",
  tags: "actor",
  permalink: ({ page }) => `/actors/${page.fileSlug}/`,
};
