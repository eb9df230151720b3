import { type ListFaultCode, listFault } from "./fault.ts";

/** What a file is by its first bytes; only the first two can be read. */
export type FileKind = "text" | "workbook";

/**
 * Tells a workbook from text by the first bytes and refuses what is no list, with a code that says what it is:
 * empty, an image, PDF, HTML, an old or encrypted Excel file, Excel's own lock file, any other binary.
 */
export function fileKind(name: string, head: Uint8Array): FileKind {
  const base = name.split(/[\\/]/).at(-1) ?? name;
  const refuse = (code: ListFaultCode): never => {
    throw listFault(code, { name: base });
  };
  // Excel keeps ~$book.xlsx beside a book that is open; people pick it by mistake.
  if (base.startsWith("~$")) refuse("file_is_excel_lock");
  if (head.length === 0 || isWhite(head)) refuse("file_is_empty");
  const latin = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString("latin1");
  if (latin.startsWith("PK\x03\x04") || latin.startsWith("PK\x05\x06"))
    return zipKind(base, latin, head, refuse);
  if (latin.startsWith("\xd0\xcf\x11\xe0")) {
    refuse(isEncryptedContainer(head) ? "file_is_encrypted" : "file_is_old_excel");
  }
  for (const [magic, code] of MAGIC) if (latin.startsWith(magic)) refuse(code);
  if (/^....ftyp(heic|heix|mif1|avif)/s.test(latin) || /^RIFF....WEBP/s.test(latin)) refuse("file_is_image");
  const text = latin.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*/, "").replaceAll("\0", "");
  if (/^(<!doctype html|<html|<table|<\?xml[^>]*>\s*<(!doctype html|html)|<head|<meta )/i.test(text))
    refuse("file_is_html");
  if (/^[[{]\s*(["{[])/.test(text) && !/^\[[^\]"]*\]\s*[,\t;]/.test(text)) refuse("file_is_json");
  if (isBinary(head)) refuse("file_is_binary");
  return "text";
}

const MAGIC: [string, ListFaultCode][] = [
  ["%PDF", "file_is_pdf"],
  ["\x89PNG", "file_is_image"],
  ["\xff\xd8\xff", "file_is_image"],
  ["GIF8", "file_is_image"],
  ["II*\0", "file_is_image"],
  ["MM\0*", "file_is_image"],
  ["BM", "file_is_binary"],
  ["\x1f\x8b", "file_is_archive"],
  ["7z\xbc\xaf", "file_is_archive"],
  ["Rar!", "file_is_archive"],
  ["BZh", "file_is_archive"],
  ["{\\rtf", "file_is_document"],
];

function zipKind(
  base: string,
  latin: string,
  head: Uint8Array,
  refuse: (code: ListFaultCode) => never,
): FileKind {
  const names = Buffer.from(head.buffer, head.byteOffset, head.length).toString("latin1");
  if (/mimetypeapplication\/vnd\.oasis/.test(latin)) return refuse("file_is_open_document");
  if (/xl\/workbook\.bin/.test(names)) return refuse("file_is_binary_excel");
  if (/(word\/document|ppt\/presentation)/.test(names)) return refuse("file_is_document");
  if (/\[Content_Types\]\.xml|xl\/|_rels\/\.rels|docProps\//.test(names)) return "workbook";
  // A workbook of which only the beginning was copied shows none of its parts.
  return refuse(/\.xls[xm]$/i.test(base) ? "file_is_broken" : "file_is_archive");
}

/** Excel wraps an encrypted workbook into the old container, as a stream named EncryptedPackage (UTF-16). */
function isEncryptedContainer(head: Uint8Array): boolean {
  const wide = Buffer.from("EncryptedPackage", "utf16le");
  return Buffer.from(head.buffer, head.byteOffset, head.length).includes(wide);
}

function isWhite(head: Uint8Array): boolean {
  return head.every(
    (byte) =>
      byte === 0x20 ||
      byte === 0x09 ||
      byte === 0x0a ||
      byte === 0x0d ||
      byte === 0xef ||
      byte === 0xbb ||
      byte === 0xbf,
  );
}

/** Control letters that no encoding of text has; zero bytes are UTF-16 when they stand on one side only. */
function isBinary(head: Uint8Array): boolean {
  const end = Math.min(head.length, 65536);
  const bom = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  let zeros = [0, 0];
  let controls = 0;
  for (let at = 0; at < end; at++) {
    const byte = head[at]!;
    if (byte === 0) zeros[at & 1]!++;
    else if (
      byte < 0x20 &&
      byte !== 9 &&
      byte !== 10 &&
      byte !== 13 &&
      byte !== 0x1a &&
      byte !== 0x1b &&
      byte !== 12
    )
      controls++;
  }
  if (bom) return false;
  zeros = zeros.sort((a, b) => a - b);
  if (zeros[1]! > 0 && zeros[0]! > zeros[1]! / 4) return true;
  return zeros[1] === 0 ? controls > end / 50 : controls > end / 4;
}
