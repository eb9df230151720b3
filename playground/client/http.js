// How the page talks to the server: JSON, with the token that only this page knows.

const token = document.querySelector('meta[name="playground-token"]')?.getAttribute("content") ?? "";

/** The language of the page. */
export const lang = document.documentElement.lang === "en" ? "en" : "ja";

/**
 * @param {string} path under /playground
 * @param {Record<string, string>} [query]
 */
export async function get(path, query = {}) {
  const response = await fetch(`/playground/${path}?${new URLSearchParams(query)}`, {
    headers: { "accept-language": lang },
  });
  return answerOf(response);
}

/**
 * @param {string} path under /playground
 * @param {object} body
 */
export async function post(path, body) {
  const response = await fetch(`/playground/${path}`, {
    method: "POST",
    headers: { "accept-language": lang, "content-type": "application/json", "x-playground-token": token },
    body: JSON.stringify(body),
  });
  return answerOf(response);
}

/**
 * @param {string} path under /playground
 * @param {Blob} file
 * @param {Record<string, string>} query
 */
export async function upload(path, file, query) {
  const response = await fetch(`/playground/${path}?${new URLSearchParams(query)}`, {
    method: "POST",
    headers: {
      "accept-language": lang,
      "content-type": "application/octet-stream",
      "x-playground-token": token,
    },
    body: file,
  });
  return answerOf(response);
}

/** The server is not the one that made this page (it was started anew): the page must be loaded again. */
export class Outdated extends Error {}

/** The house says no, in words for the person. */
export class Refused extends Error {}

/** @param {Response} response */
async function answerOf(response) {
  if (response.status === 403) throw new Outdated(await response.text());
  if (response.status === 422) throw new Refused(await response.text());
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
