import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { body, Letterhead, openCoverage, page, theme } from "@/lib/pdf";
import type { UsageReport } from "../types";
import { BarChart } from "./bar-chart";
import { CreditRows } from "./credit-rows";
import { FigureTable } from "./figure-table";
import { Headline } from "./headline";
import { PageFooter } from "./page-footer";
import { toPrintedReport } from "./printed";

interface Frame {
  seller: string;
  madeAt: Date;
}

/** A4. The same report made at the same time gives the same bytes. */
export async function renderReportPdf(report: UsageReport, { seller, madeAt }: Frame): Promise<Buffer> {
  const printed = toPrintedReport(report, { madeAt, hasGlyph: await openCoverage() });
  const { footer, title, empty, chart, summaries, periods } = printed;
  const dates = { creationDate: madeAt, modificationDate: madeAt };
  return renderToBuffer(
    <Document
      {...{ title: footer, subject: title, author: seller, ...dates }}
      {...{ creator: "QuickScale", producer: "QuickScale", language: "en" }}
    >
      <Page size="A4" style={{ ...page, paddingHorizontal: theme.margin, paddingTop: 48, paddingBottom: 72 }}>
        <View style={body}>
          <Letterhead seller={seller} title="Usage report" />
          <Headline {...printed} />
          {empty ? <Text style={{ marginTop: 24, fontSize: 11 }}>{empty}</Text> : null}
          {chart ? <BarChart {...chart} /> : null}
          {summaries.map((table) => (
            <FigureTable key={table.title} {...table} />
          ))}
          <CreditRows {...printed} />
          {periods.map((table) => (
            <FigureTable key={table.title} {...table} ownPage />
          ))}
        </View>
        <PageFooter footer={footer} />
      </Page>
    </Document>,
  );
}
