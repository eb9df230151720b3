/** What a list may weigh: more than a million customers. A larger file is no list, or better comes in parts. */
export const sizeLimit = { bytes: 200 * 1024 * 1024, label: "200 MB" };
