/** Where a sheet's repository takes changes and reports: the forms of addresses of the hosts that are known. */

/** A repository as pages link to it. */
export interface Repository {
  /** Its own address. */
  readonly address: string;
  /** The address at which a file of it is edited; empty for a host whose form is not known. */
  readonly editAddress: (path: string) => string;
  /** The address of a new issue with a title and a text; empty for a host whose form is not known. */
  readonly issueAddress: (title: string, text: string) => string;
}

/** How one kind of host writes its addresses. */
interface Forge {
  readonly isHost: (host: string) => boolean;
  /** What stands between a repository and a branch in the address of a folder. */
  readonly tree: string;
  readonly edit: string;
  readonly issue: string;
  /** Names of the fields of a new issue: its title and its text. */
  readonly fields: readonly [string, string];
}

const FORGES: readonly Forge[] = [
  {
    isHost: (host) => host === "github.com",
    tree: "/tree/",
    edit: "/edit/",
    issue: "/issues/new",
    fields: ["title", "body"],
  },
  {
    isHost: (host) => host === "gitlab.com" || host.startsWith("gitlab."),
    tree: "/-/tree/",
    edit: "/-/edit/",
    issue: "/-/issues/new",
    fields: ["issue[title]", "issue[description]"],
  },
  {
    isHost: (host) =>
      ["codeberg.org", "gitea.com"].includes(host) || /^(?:gitea|forgejo)\./.test(host),
    tree: "/src/branch/",
    edit: "/_edit/",
    issue: "/issues/new",
    fields: ["title", "body"],
  },
];

const USUAL_BRANCH = "main";

/**
 * Reads a repository's address, or `null` for an empty one. The address of a branch, or of a
 * folder in it, says where the files lie; a plain one means the root of the branch `main`.
 */
export function repositoryOf(address: string): Repository | null {
  if (address === "") return null;
  const plain = address.replace(/\/+$/, "").replace(/\.git$/, "");
  const { host } = new URL(plain);
  const forge = FORGES.find(({ isHost }) => isHost(host));
  if (!forge) return { address, editAddress: () => "", issueAddress: () => "" };
  const [root = plain, place = USUAL_BRANCH] = plain.split(forge.tree);
  return {
    address,
    editAddress: (path) =>
      `${root}${forge.edit}${place}/${path.split("/").map(encodeURIComponent).join("/")}`,
    issueAddress: (title, text) => {
      const [titleField, textField] = forge.fields;
      const query = [
        `${encodeURIComponent(titleField)}=${encodeURIComponent(title)}`,
        `${encodeURIComponent(textField)}=${encodeURIComponent(text)}`,
      ];
      return `${root}${forge.issue}?${query.join("&")}`;
    },
  };
}
