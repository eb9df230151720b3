/** 営業担当 first, then who stands in for them, then who helps. */
const order = ["owner", "interim", "cover", "deputy", "sales_admin"];

/** The owners of the nearest of these that has any: a site's or person's own, else those of where it belongs. */
export function nearestOwners<O extends { customerId: string; role: string }>(
  owners: readonly O[],
  places: readonly (string | null | undefined)[],
): O[] {
  const nearest = places.find((place) => owners.some((owner) => owner.customerId === place));
  return owners
    .filter((owner) => owner.customerId === nearest)
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}
