/**
 * The `named` part of a `with recursive`: the customer that a parameter names and, when it was merged, those that it
 * became, one after the other. The one that stands today is its row with state 'active'. `$1` is the workspace.
 */
export function namedCustomer(parameter: string): string {
  return `named as (
    select id, state, merged_into_id, 0 as hops from customer where workspace_id = $1 and id = ${parameter}::uuid
    union all
    select c.id, c.state, c.merged_into_id, n.hops + 1
      from named n join customer c on c.workspace_id = $1 and c.id = n.merged_into_id
     where n.state = 'merged' and n.hops < 10
  )`;
}
