/** Neither of a pair `d` has been merged or erased: a condition over `$1`, the workspace. */
export const bothStand = ["a_id", "b_id"]
  .map(
    (side) => `exists (
       select 1 from customer c where c.workspace_id = $1 and c.id = d.${side} and c.state = 'active')`,
  )
  .join(" and ");
