-- Browsers leave out tabs and line ends: `/` and a tab and `/…` would lead elsewhere, too.
ALTER TABLE "notices" DROP CONSTRAINT "notices_sound";
ALTER TABLE "notices"
    ADD CONSTRAINT "notices_sound" CHECK ("href" ~ '^/([^/\\]|$)' AND "href" !~ '[[:cntrl:]]' AND "title" <> '');
