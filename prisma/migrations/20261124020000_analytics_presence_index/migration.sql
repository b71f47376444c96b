-- CreateIndex
CREATE INDEX "analytics_presence_zone_who_day_previous_day_people_idx" ON "analytics_presence"("zone", "who", "day", "previous_day", "people");
