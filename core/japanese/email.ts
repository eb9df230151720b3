/**
 * One mail address, lower case, or null. Understands full width, "Name <a@b>", mailto:, a trailing 、 or ;, [at] and more
 * than one address (the first wins, see parseEmails). Old addresses of phone carriers with two dots or a dot before @ pass.
 */
export function parseEmail(text: string): string | null {
  return parseEmails(text)[0] ?? null;
}

/** Every mail address in a cell, in order, each once. */
export function parseEmails(text: string): string[] {
  const plain = text.toLowerCase();
  if (PLAIN.test(plain)) return [plain];
  return /[@＠﹫]|at/i.test(text) ? findAll(text) : [];
}

/** Nearly every cell of a list holds one address and nothing else. */
const PLAIN = /^[a-z0-9_][a-z0-9._+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

function findAll(text: string): string[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u200b\ufeff]/g, "")
    .replace(/\s*[[(<{]\s*(?:at|@)\s*[\])>}]\s*/g, "@")
    .replace(/\s*@\s*/g, "@");
  const found = plain.match(ADDRESS) ?? [];
  return [...new Set(found.map((address) => address.replace(/^\.+/, "")))];
}

/** Mail addresses of Japanese companies are ASCII: what stands around one in Japanese is not part of it. */
const ADDRESS =
  /(?<![a-z0-9.!#$%&'*+/=?^_`{|}~-])[a-z0-9!#$%&*+/=?^_`{|}~-][a-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})(?![a-z0-9@-])/g;

/**
 * True for a domain that many unrelated people share (web mail, phone carriers, access providers): it says nothing about
 * the company. Every *.ne.jp counts, being the domain of network services.
 */
export function isFreeMailDomain(domain: string): boolean {
  const name = domain.toLowerCase().replace(/^.*@/, "").replace(/\.$/, "");
  if (/(?:^|\.)ne\.jp$/.test(name) || /^(?:yahoo|hotmail|live|outlook|msn|aol|gmx)\.[a-z.]{2,6}$/.test(name))
    return true;
  return SHARED.some((shared) => name === shared || name.endsWith(`.${shared}`));
}

const SHARED =
  `gmail.com googlemail.com icloud.com me.com mac.com ymail.com rocketmail.com proton.me protonmail.com
zoho.com mail.com fastmail.com hey.com yandex.com yandex.ru mail.ru qq.com 163.com 126.com sina.com naver.com hanmail.net daum.net
ybb.ne.jp i.softbank.jp softbank.jp au.com docomo-camera.ne.jp willcom.com emobile.jp uqmobile.jp rakumail.jp rakuten.jp
nifty.com plala.or.jp mbn.or.jp wakwak.com infoseek.jp excite.co.jp goo.jp inter7.jp aol.jp jcom.to zaq.jp
bbiq.jp commufa.jp catv-yokohama.jp kcn.jp kcv.jp eonet.jp iijmio-mail.jp asahi-net.or.jp alpha-net.jp coara.or.jp
tiki.jp marble.jp sannet.jp cyberhome.jp linkclub.or.jp kbn.or.jp janis.or.jp avis.jp mail.goo.ne.jp outlook.jp`.split(
    /\s+/,
  );
