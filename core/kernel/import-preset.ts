/**
 * How the export of one product is read: which columns it writes and what they are. It is used where its headers are
 * found, or when somebody names it (`--preset`). What a preset does not name is recognised as in any other list.
 */
export interface ImportPreset {
  /** kebab-case, and the only one of its name: `--preset sansan`. */
  id: string;
  /** The product, as people know it. */
  product: string;
  /** Where its header is documented: title and address, or that no document is public. */
  source: string;
  /** Sets of headers that only this product writes together; one set that is wholly there is enough. */
  signatures: readonly (readonly string[])[];
  /**
   * What the columns are, by header; null follows the customer as その他. Width, marks and spaces do not matter, `#` is any
   * number ("E-mail # - Value").
   */
  columns: Readonly<Record<string, string | null>>;
  /** For an export without a header: its columns in order, and what some of them look like in every row. */
  headerless?: { names: readonly string[]; looks: Readonly<Record<string, RegExp>> };
}
