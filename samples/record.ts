// A registration as an application may have it from its own store: begun, not finished.
import type { Registration } from "dan-van-kheo";

export const begun: Registration = {
  format: "dvk-registration/1",
  id: "01980000-0000-7000-8000-000000000001",
  period: { from: 2026, to: 2026 },
  applicant: { kind: "collective", name: "Chi hội Phụ nữ thôn Vĩnh Hy", address: { hamlet: "Vĩnh Hy" } },
  model: {
    name: "Nhân dân hiến đất làm đường", themes: [], need: "", goal: "", targets: [], method: "", scope: { text: "" }, forces: [], milestones: [], resources: [],
    outputs: "", sustain: "", beyondDuty: "", basis: [], evidence: [],
  },
};

/** The portal file may stand in the attribute as it is; an address does as well. */
export const portal = JSON.stringify({ format: "dvk-portal/1", id: "mau-ung-dung", name: "Ứng dụng mẫu", recipient: ["Đảng ủy xã Vĩnh Hải"], drafts: "off" });
