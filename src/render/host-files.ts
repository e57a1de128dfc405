/** The headers of a site in the words of the usual hosts. Only `_headers` is part of the site. */
import type { AssetFile } from "./assets.ts";
import { type Header, SECURITY_HEADERS } from "./security-headers.ts";

/** Names carry a hash of what the files hold, so a browser may keep them for a year. */
const ASSETS = { folder: "assets", kept: "public, max-age=31536000, immutable" } as const;

/** Where the headers of a site stand for those hosts. */
export const HEADERS_PATH = "_headers";

/** The file that Netlify, Cloudflare Pages and hosts like them read from the root of a site. */
export function headersFile(): AssetFile {
  const lines = [
    "/*",
    ...SECURITY_HEADERS.map(({ name, value }) => `  ${name}: ${value}`),
    `/${ASSETS.folder}/*`,
    `  Cache-Control: ${ASSETS.kept}`,
  ];
  return { path: HEADERS_PATH, bytes: Buffer.from(`${lines.join("\n")}\n`) };
}

/** A server of nginx: an example to put into its configuration. */
export function nginxExample(): string {
  return `# Standpoint: a sheet served by nginx. Set the name, the certificate and the folder.
server {
  listen 443 ssl;
  server_name example.org;
  ssl_certificate /etc/ssl/example.org.pem;
  ssl_certificate_key /etc/ssl/example.org.key;

  root /srv/sheet;
  index index.html;
  error_page 404 /404.html;
  include mime.types;
  types { application/manifest+json webmanifest; }
  charset utf-8;

  # "always": with the page for wrong addresses too.
${SECURITY_HEADERS.map((header) => `  ${nginxLine(header)}`).join("\n")}

  location / {
    try_files $uri $uri/ =404;
  }

  location /${ASSETS.folder}/ {
    try_files $uri =404;
    # A header set here takes the place of all those above, so they are repeated.
    add_header Cache-Control "${ASSETS.kept}";
${SECURITY_HEADERS.map((header) => `    ${nginxLine(header)}`).join("\n")}
  }

  # What hosts read and readers do not.
  location ~ /(?:_headers$|\\.) {
    return 404;
  }
}
`;
}

function nginxLine({ name, value }: Header): string {
  return `add_header ${name} "${value}" always;`;
}

/** A site of Caddy. */
export function caddyExample(): string {
  return `# Standpoint: a sheet served by Caddy. Set the name and the folder.
example.org {
	root * /srv/sheet
	encode
	header {
${SECURITY_HEADERS.map(({ name, value }) => `\t\t${name} "${value}"`).join("\n")}
	}
	header /site.webmanifest Content-Type application/manifest+json
	header /${ASSETS.folder}/* Cache-Control "${ASSETS.kept}"
	@hidden path /_headers */.*
	error @hidden 404
	file_server
	handle_errors {
		rewrite * /404.html
		file_server
	}
}
`;
}

/** A folder of Apache: put beside the site's \`index.html\` as \`.htaccess\`. */
export function apacheExample(): string {
  return `# Standpoint: a sheet served by Apache 2.4. Put this file beside the site's index.html as .htaccess.
# Below a path, write it before /404.html.
DirectoryIndex index.html
Options -Indexes
ErrorDocument 404 /404.html
AddDefaultCharset utf-8
AddType application/manifest+json .webmanifest
AddType font/woff2 .woff2

<IfModule mod_headers.c>
${SECURITY_HEADERS.map(({ name, value }) => `  Header always set ${name} "${value}"`).join("\n")}
  <FilesMatch "-[0-9A-Za-z]{8,}\\.(?:css|js|svg|png|woff2)$">
    Header set Cache-Control "${ASSETS.kept}"
  </FilesMatch>
</IfModule>

# What hosts read and readers do not.
<FilesMatch "^(?:_headers|\\..*)$">
  Require all denied
</FilesMatch>
`;
}
