import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { body, Letterhead, openCoverage, page, theme } from "@/lib/pdf";
import type { DocumentContent } from "../types";
import { LineTable } from "./line-table";
import { PageFooter } from "./page-footer";
import { Parties } from "./parties";
import { toPrinted } from "./printed";
import { Totals } from "./totals";

/** A4. The same content gives the same bytes: its dates are those of the document. */
export async function renderPdf(content: DocumentContent): Promise<Buffer> {
  const printed = toPrinted(content, await openCoverage());
  const { title, summary, footer, lines, totals } = printed;
  const [seller = ""] = printed.seller;
  const at = content.issuedAt;
  return renderToBuffer(
    <Document
      title={footer}
      author={seller}
      subject={summary}
      creator="QuickScale"
      producer="QuickScale"
      language="en"
      creationDate={at}
      modificationDate={at}
    >
      <Page size="A4" style={{ ...page, paddingHorizontal: theme.margin, paddingTop: 48, paddingBottom: 72 }}>
        <View style={body}>
          <Letterhead seller={seller} title={title} />
          <Text
            style={{ marginTop: 44, fontSize: 21, lineHeight: 1.25, fontWeight: 600, letterSpacing: -0.3 }}
          >
            {summary}
          </Text>
          <Parties {...printed} />
          <LineTable lines={lines} />
          <Totals rows={totals} />
        </View>
        <PageFooter footer={footer} />
      </Page>
    </Document>,
  );
}
