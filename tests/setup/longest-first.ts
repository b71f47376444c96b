import { BaseSequencer, type TestSpecification } from "vitest/node";

const longest = ["tests/chaos/", "tests/integration/cli/", "tests/integration/stripe-local/contract.test.ts"];

const isLong = ({ moduleId }: TestSpecification) => longest.some((path) => moduleId.includes(`/${path}`));

/**
 * Where no earlier run tells how long each file takes, the largest file goes first. These take long and are small: as
 * the last ones they would keep one worker busy for a minute while the others have nothing left to do.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
