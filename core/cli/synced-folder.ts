import { readFileSync } from "node:fs";

const synced: [RegExp, string][] = [
  [/[\\/](OneDrive|OneDrive - [^\\/]+)([\\/]|$)/i, "OneDrive"],
  [/[\\/]Dropbox([\\/]|$)/i, "Dropbox"],
  [/[\\/](Google ?Drive|GoogleDrive[^\\/]*|My Drive|マイドライブ)([\\/]|$)/i, "Google Drive"],
  [/[\\/](iCloudDrive|Mobile Documents|com~apple~CloudDocs)([\\/]|$)/i, "iCloud"],
  [/[\\/](Box|Box Sync|pCloudDrive|Nextcloud|ownCloud)([\\/]|$)/i, "Box / Nextcloud"],
  [/^(\\\\|\/\/)/, "network share"],
];

const networkTypes = new Set([
  "nfs",
  "nfs4",
  "cifs",
  "smb3",
  "smbfs",
  "afpfs",
  "webdav",
  "fuse.sshfs",
  "9p",
  "fuse.rclone",
]);

/** The kind of synced or network folder that a path seems to lie in, or null. It knows what it names and no more. */
export function syncedFolderKind(path: string): string | null {
  const known = synced.find(([pattern]) => pattern.test(path));
  return known ? known[1] : networkMount(path);
}

function networkMount(path: string): string | null {
  if (process.platform !== "linux") return null;
  try {
    const mounts = readFileSync("/proc/self/mounts", "utf8")
      .split("\n")
      .map((line) => line.split(" "))
      .filter(
        ([, point, type]) =>
          point && type && (path === point || path.startsWith(point === "/" ? "/" : `${point}/`)),
      )
      .sort((one, other) => other[1]!.length - one[1]!.length);
    const type = mounts[0]?.[2];
    return type && networkTypes.has(type) ? type : null;
  } catch {
    return null;
  }
}
