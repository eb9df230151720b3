export interface SubjectKey {
  by: "id" | "mail" | "phone";
  value: string;
}

/** $1 workspace, $2 id, address or number, $3 how much history, $4 whether the reader sees what is for managers only. */
export function profileSql(by: SubjectKey["by"]): string {
  return statements[by];
}

const byContactPoint = (kinds: string) => `
  select c.* from contact_point t join customer c on c.workspace_id = $1 and c.id = t.customer_id
   where t.workspace_id = $1 and t.kind in (${kinds}) and t.normalized = $2 and c.state <> 'erased'
   order by c.state, array_position('{person,site,company}', c.kind), t.id limit 1`;

const statements = {
  id: statement("select c.* from customer c where c.workspace_id = $1 and c.id = $2::uuid"),
  mail: statement(byContactPoint("'mail'")),
  phone: statement(byContactPoint("'phone', 'mobile', 'fax'")),
};

/**
 * s: the customer asked for · root: where its story is told (a person's company or site) · house: that and all below it.
 * Each part reads one index; names of members are looked up once for all parts, and put in by profile-row.ts. `json`,
 * not `jsonb`: the server would build a tree of it only to write it out again, which took half of the time.
 */
function statement(subject: string): string {
  return `
with s as materialized (${subject}
), root as materialized (
  select case when s.kind = 'person' then coalesce(s.parent_id, s.id) else s.id end as id from s
), child as materialized (
  select c.id, c.kind, c.name, c.department, c.title, c.honorific from customer c
   where c.workspace_id = $1 and c.parent_id = (select id from root) and c.state = 'active'
   order by c.sort_key collate "C", c.id limit 200
), below as materialized (
  select c.id, c.kind, c.name, c.department, c.title, c.honorific from customer c
   where c.workspace_id = $1 and c.parent_id = any(array(select id from child where kind = 'site')) and c.state = 'active'
   order by c.sort_key collate "C", c.id limit 200
), house as materialized (
  select id from root union select id from s union select id from child union select id from below
), h as materialized (
  select e.id, e.customer_id as "customerId", e.kind, e.direction, e.result, e.occurred_at as "occurredAt",
         e.occurred_until as "occurredUntil", e.precision, e.recorded_at as "recordedAt", e.author_id as "authorId",
         e.recorder_id as "recorderId", e.title, e.body, e.flags, e.surface, e.ref_type as "refType", e.ref_id as "refId",
         e.external_id as "externalId", e.version
    from house cross join lateral (
      select e.* from history_entry e
       where e.workspace_id = $1 and e.customer_id = house.id and e.cancelled_at is null
         and (e.visibility = 'all' or $4::boolean)
       order by e.occurred_at desc, e.id desc limit $3::int) e
   order by e.occurred_at desc, e.id desc limit $3::int
), n as materialized (
  select a.id, a.customer_id as "customerId", a.kind, a.title, a.due_on as "dueOn", a.due_time as "dueTime",
         a.due_precision as "duePrecision", a.owner_id as "ownerId", a.needs_review as "needsReview",
         a.as_typed as "asTyped", a.version
    from next_action a
   where a.workspace_id = $1 and a.state = 'open' and a.customer_id = any(array(select id from house))
   order by a.due_on, a.due_time, a.id limit 100
), p as materialized (
  select p.id, p.name, p.parent_id from customer p where p.workspace_id = $1 and p.id = (select parent_id from s)
), o as materialized (
  select o.customer_id as "customerId", o.member_id as "memberId", o.role, o.since from ownership o
   where o.workspace_id = $1 and o.until is null
     and o.customer_id = any(array(select id from s union all select id from p union all select parent_id from p))
   order by o.since
), d as materialized (
  select d.id, d.state, d.to_member_id as "toMemberId" from handover_customer hc
    join handover d on d.workspace_id = $1 and d.id = hc.handover_id and d.state in ('proposed', 'asked')
   where hc.workspace_id = $1 and hc.customer_id = (select id from s) limit 1
)
select row_to_json(s) as subject, (select row_to_json(p) from p) as parent,
       (select json_agg(child) from child) as children, (select json_agg(below) from below) as below,
       (select json_agg(json_build_object('id', t.id, 'kind', t.kind, 'value', t.value, 'normalized', t.normalized,
                 'extension', t.extension, 'isPrimary', t.is_primary, 'label', t.label))
          from contact_point t where t.workspace_id = $1 and t.customer_id = s.id) as points,
       (select json_agg(json_build_object('system', k.system, 'code', k.code))
          from customer_code k where k.workspace_id = $1 and k.customer_id = s.id) as codes,
       (select json_agg(json_build_object('kind', a.kind, 'name', a.name))
          from customer_name a where a.workspace_id = $1 and a.customer_id = s.id) as aliases,
       (select json_agg(o) from o) as owners, (select json_agg(n) from n) as "nextActions",
       (select json_agg(h) from h) as history, (select row_to_json(d) from d) as handover,
       (select json_object_agg(m.id, json_build_object('name', m.name, 'status', m.status)) from member m
         where m.workspace_id = $1 and m.id = any(array(
           select "authorId" from h union all select "recorderId" from h union all select "ownerId" from n
            union all select "memberId" from o union all select "toMemberId" from d))) as members
  from s`;
}
