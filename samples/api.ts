// The same check without the form: the engine of the package.
import { load, type Registration } from "dan-van-kheo";

/** How many points of the guideline are not met, in one sentence. */
export async function judged(record: Registration): Promise<string> {
  const engine = await load();
  const { guideline, findings } = engine.check(record, { guideline: "mau", today: "2026-03-02" });
  return `${guideline.id}: ${findings.filter(({ outcome }) => outcome === "unmet").length} nội dung đề nghị bổ sung`;
}
