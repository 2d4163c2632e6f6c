-- The log is append-only by a right: the application's role may neither change nor delete an entry (src/platform/db/app-role.ts
-- takes the right away at each start). What purging and the sample still need, they do through these, as the owner of the tables and within
-- the organization that the transaction has set.

-- Purging an organization takes its whole log with it; there is no way to take away a part.
CREATE FUNCTION purge_events() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ DELETE FROM public.event WHERE organization_id = public.current_organization() $$;

-- The sample workspace is told as a past; the log of any other is what happened.
CREATE FUNCTION backdate_sample_events(began timestamptz[], ended timestamptz[], happened timestamptz[])
  RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE public.event SET at = event.at + (stretch.happened - stretch.began)
    FROM unnest($1, $2, $3) AS stretch(began, ended, happened)
    WHERE event.organization_id = public.current_organization()
      AND EXISTS (SELECT FROM public.organization o WHERE o.id = event.organization_id AND o.is_sample)
      AND event.at >= stretch.began AND event.at < stretch.ended
  $$;

CREATE FUNCTION retell_sample_event(entry integer, told jsonb) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE public.event SET data = $2
    WHERE event.organization_id = public.current_organization() AND event.seq = $1
      AND EXISTS (SELECT FROM public.organization o WHERE o.id = event.organization_id AND o.is_sample)
  $$;
