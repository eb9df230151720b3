/** Quantity × unit price in yen, to the hundredth part; null where one of them is not known. */
export function amountOf(quantity: number | null, unitPrice: number | null): number | null {
  return quantity === null || unitPrice === null ? null : Math.round(quantity * unitPrice * 100) / 100;
}
