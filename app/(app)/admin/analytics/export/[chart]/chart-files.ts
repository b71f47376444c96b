import type { Dataset } from "@/components/charts/dataset";
import type { AppContext } from "@/lib/context";
import type { AnalyticsQuery } from "@/lib/analytics/types";
import { collectionIn, recurringIn, revenueIn } from "../../_blocks/in-currency";
import {
  readCollections,
  readCreditFlow,
  readPeople,
  readPlanShares,
  readRecurring,
  readRetention,
  readRevenue,
  readServices,
} from "../../_blocks/read";
import { readCurrency } from "../../_blocks/read-currency";
import { collectionsDataset, declinesDataset, renewalsDataset } from "../../_datasets/collections";
import { creditFlowDataset, liabilityDataset, outstandingDataset } from "../../_datasets/credits";
import { peopleDataset } from "../../_datasets/people";
import { plansDataset, sharesIn } from "../../_datasets/plans";
import { movementDataset, mrrDataset } from "../../_datasets/recurring";
import { retentionDataset } from "../../_datasets/retention";
import { revenueDataset } from "../../_datasets/revenue";
import { serviceCreditsDataset, servicesDataset } from "../../_datasets/services";
import type { AnalyticsSearch } from "../../search-params";

interface FileQuestion {
  ctx: AppContext;
  query: AnalyticsQuery;
  search: AnalyticsSearch;
}

type ReadFile = (question: FileQuestion) => Promise<Dataset | null>;

const currencyOf = async ({ ctx, query, search }: FileQuestion) =>
  (await readCurrency(ctx, query, search.currency)).currency;

const ofRecurring =
  (toDataset: typeof mrrDataset): ReadFile =>
  async (question) => {
    const recurring = recurringIn(
      await readRecurring(question.ctx, question.query),
      await currencyOf(question),
    );
    return recurring && toDataset(recurring, question.query.bucket);
  };

const ofFlow =
  (toDataset: typeof outstandingDataset): ReadFile =>
  async ({ ctx, query }) =>
    toDataset(await readCreditFlow(ctx, query), query.bucket);

/** Every chart by the name of its file. Null where there is nothing in the currency. */
export const chartFiles: Readonly<Record<string, ReadFile>> = {
  revenue: async (question) => {
    const revenue = revenueIn(await readRevenue(question.ctx, question.query), await currencyOf(question));
    return revenue && revenueDataset(revenue, question.query.bucket);
  },
  mrr: ofRecurring(mrrDataset),
  movement: ofRecurring(movementDataset),
  people: async ({ ctx, query }) => peopleDataset(await readPeople(ctx, query), query.bucket),
  plans: async (question) => {
    const currency = await currencyOf(question);
    return plansDataset(sharesIn(await readPlanShares(question.ctx, question.query), currency), currency);
  },
  services: async ({ ctx, query }) => servicesDataset(await readServices(ctx, query)),
  "service-credits": async ({ ctx, query }) => {
    const [services, { points }] = await Promise.all([readServices(ctx, query), readPeople(ctx, query)]);
    return serviceCreditsDataset(services, { bucket: query.bucket, days: points.map(({ day }) => day) });
  },
  credits: ofFlow(creditFlowDataset),
  outstanding: ofFlow(outstandingDataset),
  liability: ofFlow(liabilityDataset),
  collections: async (question) => {
    const { collections } = await readCollections(question.ctx, question.query);
    const collection = collectionIn(collections, await currencyOf(question));
    return collection && collectionsDataset(collection, question.query.bucket);
  },
  declines: async ({ ctx, query }) => declinesDataset((await readCollections(ctx, query)).declines),
  renewals: async (question) => {
    const { renewals } = await readCollections(question.ctx, question.query);
    return renewalsDataset(renewals, await currencyOf(question));
  },
  retention: async ({ ctx, query, search }) =>
    retentionDataset(await readRetention(ctx, query, search.cohorts)),
};
