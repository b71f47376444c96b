-- Both need a lock that every use needs, too, and that a backup holds for as long as it reads. Whoever waits for it keeps
-- all uses waiting behind: better to give up at once, and come back with the next try of the job.
ALTER FUNCTION ensure_usage_months(timestamptz, timestamptz) SET lock_timeout = '500ms';
ALTER FUNCTION drop_usage_months(timestamptz) SET lock_timeout = '500ms';
