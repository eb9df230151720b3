export interface SubjectKey {
  by: "id" | "mail" | "phone";
  value: string;
}

/** $1 workspace, $2 id, address or number, $3 how much history, $4 whether the reader sees what is for managers only. */
export function profileSql(by: SubjectKey["by"]): string {
  return statements[by];
}

const byContactPoint = (kinds: string) => `
  select c.* from contact_point t join customer c on c.workspace_id = t.workspace_id and c.id = t.customer_id
   where t.workspace_id = $1 and t.kind in (${kinds}) and t.normalized = $2 and c.state <> 'erased'
   order by c.state, array_position('{person,site,company}', c.kind), t.id limit 1`;

const statements = {
  id: statement("select c.* from customer c where c.workspace_id = $1 and c.id = $2::uuid"),
  mail: statement(byContactPoint("'mail'")),
  phone: statement(byContactPoint("'phone', 'mobile', 'fax'")),
};

/**
 * s: the customer asked for · root: where its story is told (a person's company or site) · house: that and all below it.
 * Each part is a read of one index; the newest history of each member of the house is cut before it is joined.
 */
function statement(subject: string): string {
  return `
with s as materialized (
  select q.*, case when q.kind = 'person' then coalesce(q.parent_id, q.id) else q.id end as root from (${subject}) q
), child as materialized (
  select c.id, c.kind, c.name, c.department, c.title, c.honorific, c.sort_key from customer c
   where c.workspace_id = $1 and c.parent_id = (select root from s) and c.state = 'active'
), below as materialized (
  select c.id, c.kind, c.name, c.department, c.title, c.honorific, c.sort_key from customer c
   where c.workspace_id = $1 and c.parent_id in (select id from child where kind = 'site') and c.state = 'active'
), house as materialized (
  select root as id from s union select id from s union all select id from child where id <> (select id from s)
  union all select id from below
)
select jsonb_build_object(
  'id', s.id, 'kind', s.kind, 'name', s.name, 'nameKana', s.name_kana, 'honorific', s.honorific,
  'department', s.department, 'title', s.title, 'roles', s.roles, 'prefecture', s.prefecture, 'city', s.city,
  'url', s.url, 'note', s.note, 'extra', s.extra, 'version', s.version, 'state', s.state,
  'mergedIntoId', s.merged_into_id, 'relationSince', s.relation_since, 'corporateNumber', s.corporate_number,
  'parent', (select jsonb_build_object('id', p.id, 'name', p.name) from customer p
              where p.workspace_id = $1 and p.id = s.parent_id),
  'around', (select jsonb_agg(to_jsonb(a) - 'sort_key' order by a.sort_key collate "C")
               from (select * from child union all select * from below limit 200) a where a.id <> s.id),
  'contactPoints', (select jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'value', t.value,
                             'normalized', t.normalized, 'extension', t.extension, 'isPrimary', t.is_primary,
                             'label', t.label) order by t.id)
                      from contact_point t where t.workspace_id = $1 and t.customer_id = s.id),
  'codes', (select jsonb_agg(jsonb_build_object('system', k.system, 'code', k.code) order by k.id)
              from customer_code k where k.workspace_id = $1 and k.customer_id = s.id),
  'aliases', (select jsonb_agg(jsonb_build_object('kind', n.kind, 'name', n.name) order by n.id)
                from customer_name n where n.workspace_id = $1 and n.customer_id = s.id),
  'owners', (select jsonb_agg(jsonb_build_object('customerId', o.customer_id, 'memberId', m.id, 'name', m.name,
                      'role', o.role, 'status', m.status, 'since', o.since) order by o.since)
               from ownership o join member m on m.workspace_id = $1 and m.id = o.member_id
              where o.workspace_id = $1 and o.until is null
                and o.customer_id in (s.id, s.parent_id,
                      (select p.parent_id from customer p where p.workspace_id = $1 and p.id = s.parent_id))),
  'nextActions', (select jsonb_agg(jsonb_build_object('id', a.id, 'customerId', a.customer_id, 'kind', a.kind,
                           'title', a.title, 'dueOn', a.due_on, 'dueTime', a.due_time, 'duePrecision', a.due_precision,
                           'ownerId', a.owner_id, 'ownerName', m.name, 'needsReview', a.needs_review,
                           'asTyped', a.as_typed, 'version', a.version) order by a.due_on, a.due_time, a.id)
                    from next_action a left join member m on m.workspace_id = $1 and m.id = a.owner_id
                   where a.workspace_id = $1 and a.state = 'open' and a.customer_id in (select id from house)),
  'history', (select jsonb_agg(jsonb_build_object('id', h.id, 'customerId', h.customer_id, 'customerName', c.name,
                       'kind', h.kind, 'direction', h.direction, 'result', h.result, 'occurredAt', h.occurred_at,
                       'occurredUntil', h.occurred_until, 'precision', h.precision, 'recordedAt', h.recorded_at,
                       'authorId', h.author_id, 'authorName', w.name, 'recorderId', h.recorder_id,
                       'recorderName', r.name, 'title', h.title, 'body', h.body, 'flags', h.flags,
                       'surface', h.surface, 'refType', h.ref_type, 'refId', h.ref_id, 'externalId', h.external_id,
                       'version', h.version) order by h.occurred_at desc, h.id desc)
                from (select e.* from house
                        cross join lateral (
                          select e.* from history_entry e
                           where e.workspace_id = $1 and e.customer_id = house.id and e.cancelled_at is null
                             and (e.visibility = 'all' or $4::boolean)
                           order by e.occurred_at desc, e.id desc limit $3) e
                       order by e.occurred_at desc, e.id desc limit $3) h
                left join customer c on c.workspace_id = $1 and c.id = h.customer_id
                left join member w on w.workspace_id = $1 and w.id = h.author_id
                left join member r on r.workspace_id = $1 and r.id = h.recorder_id),
  'openHandover', (select jsonb_build_object('id', d.id, 'state', d.state, 'toMemberId', d.to_member_id, 'toName', m.name)
                     from handover_customer hc
                     join handover d on d.workspace_id = $1 and d.id = hc.handover_id and d.state in ('proposed', 'asked')
                     left join member m on m.workspace_id = $1 and m.id = d.to_member_id
                    where hc.workspace_id = $1 and hc.customer_id = s.id
                    order by d.created_at desc limit 1)
) as profile from s`;
}
