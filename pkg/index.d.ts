// Types of dan-van-kheo. The data types are generated from the Rust types: change those, then run `make bless`.

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** JSON Pointer; a step that is `*` stands for every row of a list. */
export type Path = string;
/** `2026-06-30`, `2026-06`, `2026-Q2` or `2026`; compared by its last day. */
export type PartialDate = string;

/** Cấp. `district` only for periods before 1 July 2025. */
export type Level =
  /** Cơ sở. */
  | "grassroots"
  /** Xã, phường, đặc khu. */
  | "commune"
  /** Huyện. */
  | "district"
  /** Tỉnh, thành phố. */
  | "province"
  /** Trung ương. */
  | "central";

/** Where the registration stands in its life. */
export type Stage =
  /** Đăng ký. */
  | "register"
  /** Sơ kết. */
  | "review"
  /** Đề nghị công nhận. */
  | "recognise";

/** How exact a number is said to be: “khoảng” is about, “hơn”, “trên” over, “gần”, “dưới” under. */
export type Approx =
  /** khoảng, chừng, ước, tầm, xấp xỉ */
  | "about"
  /** hơn, trên, quá */
  | "over"
  /** gần, dưới */
  | "under";

/** A unit of the list, or free text. */
export interface Place {
  /** Code from the unit list. */
  code?: string;
  /** Name as typed. */
  name?: string;
}

/** One registration of a “mô hình Dân vận khéo”. */
export interface Registration {
  /** `dvk-registration/1` */
  format: "dvk-registration/1";
  /** UUIDv7, made once, never reused. */
  id: string;
  /** Counts exports that differ from the one before. */
  revision?: number;
  /** Where the registration stands. */
  stage?: Stage;
  /** Cấp đăng ký. */
  level?: Level;
  /** Year or years. */
  period?: {
    /** First year; absent while the form is unfinished. */
    from?: number;
    /** Last year; absent while the form is unfinished. */
    to?: number;
  };
  /** Ngày đăng ký. */
  registeredOn?: string;
  /** Who registers. */
  applicant: {
    /** Tập thể or cá nhân. `collective` Tập thể · `individual` Cá nhân. */
    kind?: "collective" | "individual";
    /** Tên đơn vị, or họ và tên. */
    name: string;
    /** Official heading of the printed form. `party` Party · `state` State body · `citizen` Citizen · `none` No heading. */
    header?: "party" | "state" | "citizen" | "none";
    /** Đơn vị cấp trên. */
    superior?: string;
    /** The person; individuals only. */
    person?: {
      /** Chức vụ. */
      position?: string;
      /** Năm sinh. */
      birthYear?: number;
      /** Đơn vị công tác, nơi cư trú. */
      workplace?: string;
    };
    /** Where the applicant is. */
    address: {
      /** Số nhà, đường. */
      detail?: string;
      /** Thôn, tổ dân phố, khu phố. */
      hamlet?: string;
      /** Xã, phường, đặc khu. */
      commune?: Place;
      /** Tỉnh, thành phố. */
      province?: Place;
      /** Date of the unit list that the codes come from, `yyyy-mm-dd`. */
      listDate?: string;
    };
    /** Whom to ask. */
    contact?: {
      /** Đầu mối liên hệ. */
      name?: string;
      /** Điện thoại, as typed. */
      phone?: string;
      /** Thư điện tử. */
      email?: string;
    };
  };
  /** Where the printed heading differs from the applicant. */
  heading?: {
    /** Superior body. */
    superior?: string;
    /** Issuing body. */
    body?: string;
    /** Place of the date line. */
    place?: string;
    /** Number and symbol, without “Số”. */
    number?: string;
  };
  /** What is registered. */
  model: {
    /** Tên mô hình. */
    name: string;
    /** Lĩnh vực, exactly one. `economy` Kinh tế · `culture-society` Văn hóa - xã hội · `defence-security` Quốc phòng - an ninh · `political-system` Xây dựng hệ thống chính trị. */
    field?: "economy" | "culture-society" | "defence-security" | "political-system";
    /** Chuyên đề: ids from the guideline. */
    themes: string[];
    /** Tình trạng. `new` Xây dựng mới · `ongoing` Đang thực hiện · `upgraded` Nâng chất lượng · `replicated` Nhân rộng. */
    status?: "new" | "ongoing" | "upgraded" | "replicated";
    /** Thực trạng, lý do. */
    need: string;
    /** Mục tiêu. */
    goal: string;
    /** Chỉ tiêu. */
    targets: {
      /** Nội dung chỉ tiêu. */
      content: string;
      /** Hiện trạng, in `unit`. */
      baseline?: number;
      /** What is to be reached, in `unit`. */
      target?: number;
      /** How exact `target` is. */
      approx?: Approx;
      /** Đơn vị tính. */
      unit?: string;
      /** Thời hạn: day, month, quarter or year. */
      due?: PartialDate;
      /** Minh chứng. */
      evidence?: string;
      /** What was reached, in `unit`. */
      actual?: number;
      /** Day of `actual`. */
      actualOn?: string;
    }[];
    /** Nội dung, cách thức vận động. */
    method: string;
    /** Địa bàn, đối tượng. */
    scope: {
      /** In words. */
      text: string;
      /** Số hộ. */
      households?: number;
      /** Số người. */
      people?: number;
      /** How exact both are, or the households alone where `peopleApprox` is there. */
      approx?: Approx;
      /** How exact the number of people is, where that differs. `about` khoảng · `over` hơn · `under` gần · `exact` as counted, though the households are not. */
      peopleApprox?: "about" | "over" | "under" | "exact";
    };
    /** Lực lượng thực hiện. */
    forces: {
      /** Tên lực lượng. */
      name: string;
      /** Vai trò. `lead` Chủ trì · `coordinate` Phối hợp · `take-part` Tham gia. */
      role?: "lead" | "coordinate" | "take-part";
      /** Nhiệm vụ. */
      duty?: string;
    }[];
    /** Ngày bắt đầu. */
    start?: string;
    /** Ngày kết thúc. */
    end?: string;
    /** Thực hiện thường xuyên. */
    continuous?: boolean;
    /** Các mốc. */
    milestones: {
      /** Thời hạn: day, month, quarter or year. */
      due?: PartialDate;
      /** Việc phải xong. */
      content: string;
      /** Sơ kết, đánh giá. */
      review?: boolean;
    }[];
    /** Nguồn lực. */
    resources: {
      /** Where it comes from. `budget` Ngân sách · `contribution` Đóng góp · `land` Đất · `labour` Ngày công · `in-kind` Hiện vật. */
      kind?: "budget" | "contribution" | "land" | "labour" | "in-kind";
      /** What it is. */
      content: string;
      /** How much, in `unit`; whole đồng when the unit is “đồng”. */
      amount?: number;
      /** How exact `amount` is. */
      approx?: Approx;
      /** Đơn vị. */
      unit?: string;
    }[];
    /** Tổng kinh phí in whole đồng. */
    resourceTotal?: number;
    /** How exact the total is. */
    resourceTotalApprox?: Approx;
    /** Nhân dân bàn bạc, công khai thế nào. */
    consultation?: string;
    /** Sản phẩm, kết quả đầu ra. */
    outputs: string;
    /** Duy trì, nhân rộng. */
    sustain: string;
    /** Khác gì nhiệm vụ chuyên môn thường xuyên. */
    beyondDuty: string;
    /** Results so far; ongoing and upgraded models. */
    results?: string;
    /** Văn bản làm căn cứ. */
    basis: {
      /** Số, ký hiệu. */
      number: string;
      /** Ngày ban hành. */
      issuedOn?: string;
      /** Cơ quan ban hành. */
      issuer?: string;
      /** Trích yếu. */
      title?: string;
    }[];
    /** Tài liệu kèm theo. */
    evidence: {
      /** Tên tài liệu. */
      title: string;
      /** Name of a file that goes with it. */
      fileName?: string;
    }[];
  };
  /** Công nhận của cấp dưới. */
  lowerRecognition?: {
    /** Số, ký hiệu. */
    number: string;
    /** Ngày ban hành. */
    issuedOn?: string;
    /** Cơ quan ban hành. */
    issuer?: string;
    /** Trích yếu. */
    title?: string;
  };
  /** Who signs. */
  signer?: {
    /** Thẩm quyền ký: “T/M CHI BỘ”. */
    authority?: string;
    /** Chức vụ. */
    position?: string;
    /** Họ và tên. */
    name?: string;
    /** Space for a seal; a chi bộ has none. */
    seal?: boolean;
  };
  /** Fields that a guideline adds. */
  extra?: { [key: string]: Json };
  /** What stands in a number, money, date or unit box and could not be read, as typed, by path. */
  entered?: { [key: string]: string };
  /** Why the writer leaves points as they are. */
  replies?: {
    /** Id of the criterion. */
    criterion: string;
    /** The reason. */
    text: string;
  }[];
  /** Set at export. */
  handedTo?: {
    /** Id of the portal. */
    portal: string;
    /** Kính gửi. */
    recipient: string[];
  };
  /** Set at export. */
  checkedWith?: {
    /** Id of the guideline. */
    guideline: string;
    /** Its version. */
    version: string;
    /** SHA-256 of its canonical JSON, hex. */
    digest: string;
  };
}

/** How much a criterion weighs: “Cần sửa”, “Nên bổ sung”, “Gợi ý”. */
export type Severity =
  /** Cần sửa: makes the print a draft. */
  | "must"
  /** Nên bổ sung. */
  | "should"
  /** Gợi ý. */
  | "hint";

/** What a criterion comes to for one record. */
export type Outcome =
  /** Shown by the record. */
  | "met"
  /** Not shown by the record. */
  | "unmet"
  /** Only people can judge. */
  | "review"
  /** Does not apply, with the reason why. */
  | "not-applicable";

/** The five steps of the form. */
export type Step =
  /** Bên đăng ký. */
  | "applicant"
  /** Mô hình. */
  | "model"
  /** Cách làm. */
  | "method"
  /** Nguồn lực, kết quả. */
  | "means"
  /** Xem lại. */
  | "review";

/** One criterion. */
export interface Criterion {
  /** Permanent id. */
  id: string;
  /** Group for people. */
  group: string;
  /** Title for people. */
  title: string;
  /** Where it comes from. */
  cite: {
    /** Id of the source. */
    source: string;
    /** Point, article. */
    clause?: string;
    /** Its words. */
    quote?: string;
  }[];
  /** Kinds of applicant it applies to; all without it. `collective` Tập thể · `individual` Cá nhân. */
  appliesTo?: ("collective" | "individual")[];
  /** Stages it applies to; all without it. */
  stages?: Stage[];
  /** Levels it applies to; all without it. */
  levels?: Level[];
  /** Applies only when this is met. */
  when?: Check;
  /** How much it weighs. */
  severity: Severity;
  /** What is checked. */
  check: Check;
  /** Where the focus goes. */
  target: Path;
  /** Sentence per reason; `met` is one of them. */
  messages: { [key: string]: string };
  /** Why it matters. */
  why?: string;
  /** How to meet it. */
  how?: string;
  /** Good and weak. */
  example?: {
    /** Good. */
    good: string;
    /** Weak. */
    weak?: string;
  };
  /** Points. */
  points?: number;
  /** Why it differs from the guideline that it comes from; written by `overrides`. */
  because?: string;
}

/** A check: total, without loops, clock, randomness, code or regular expressions. */
export type Check =
  /** All of them. */
  | {
    kind: "all";
    /** Checks, in the order in which they speak. */
    of: Check[];
  }
  /** One of them. */
  | {
    kind: "any";
    /** Checks, in the order in which they speak. */
    of: Check[];
  }
  /** Not this one. */
  | {
    kind: "not";
    /** The check that must not be met. */
    of: Check;
  }
  /** Only people can judge. */
  | {
    kind: "human";
    /** What the appraisal team asks. */
    question: string;
  }
  /** Boxes are filled in. */
  | {
    kind: "present";
    /** Boxes. */
    paths: Path[];
    /** How many of them; all without it. */
    atLeast?: number;
  }
  /** A text is a statement of one's own. */
  | {
    kind: "statement";
    /** The text. */
    path: Path;
    /** Least words. */
    minWords?: number;
    /** It must tell of what was done, not only of what will be. */
    done?: boolean;
  }
  /** A text has a length. */
  | {
    kind: "length";
    /** The text; `*` for every row. */
    path: Path;
    /** Fewest. */
    min?: number;
    /** Most. */
    max?: number;
  }
  /** A value is one of a few. */
  | {
    kind: "oneOf";
    /** The box. */
    path: Path;
    /** Values that may stand there. */
    values: Json[];
  }
  /** A list has rows of a kind. */
  | {
    kind: "count";
    /** The list. */
    rows: Path;
    /** Only rows whose members have one of these values. */
    where?: { [key: string]: Json[] };
    /** Only rows that have all these members filled in. */
    filled?: string[];
    /** Not rows whose texts name one of these things. `figure` A number · `countable` A number that somebody can count to: “92 hộ”, not “100%” · `unit` A number with a unit · `place` A place: a unit of the list, “thôn …”, “tổ dân phố …”, “khu phố …” · `date` A day, month, quarter or year · `person` A person by name · `mobilisation` A word of mobilising people: of the guideline's `mobilisation` list · `consultation` How people discuss it, and where it is made public · `contribution` Money or land that people are asked for, or labour that each house owes: “mỗi hộ góp 500.000 đồng” · `donor` Who gives of their own, as a business, a benefactor or the unit's members do, where none of the people is named beside them. */
    without?: ("figure" | "countable" | "unit" | "place" | "date" | "person" | "mobilisation" | "consultation" | "contribution" | "donor")[];
    /** Fewest. */
    min?: number;
    /** Most. */
    max?: number;
  }
  /** A number is within bounds. */
  | {
    kind: "number";
    /** The box. */
    path: Path;
    /** Least. */
    min?: number;
    /** Most. */
    max?: number;
    /** Another box that it may not exceed. */
    notAbove?: Path;
    /** The place that it is counted in: without the unit list, it cannot be judged. */
    place?: Path;
  }
  /** Percentages are between 0 and 100 and have a base. */
  | {
    kind: "percent";
    /** Rows with a `unit`, or texts. */
    paths: Path[];
    /** Boxes that hold the base (number of households, of people). */
    base?: Path[];
  }
  /** Dates follow each other. */
  | {
    kind: "dateOrder";
    /** Dates or years, the earlier first. */
    paths: Path[];
  }
  /** Two days are far enough from each other. */
  | {
    kind: "duration";
    /** First day. */
    from: Path;
    /** Last day. */
    to: Path;
    /** Least days, the first and the last counted. */
    minDays?: number;
    /** Most days, counted alike. */
    maxDays?: number;
    /** Ticked: goes on without an end. */
    unless?: Path;
  }
  /** A date is inside a window. */
  | {
    kind: "within";
    /** A date; `*` for every row. */
    path: Path;
    /** The window. */
    window: "portal" | "period" | {
      /** First day. */
      from?: string;
      /** Last day. */
      to?: string;
    };
    /** When this is met, the date may stand before the window. */
    earlierIf?: Check;
  }
  /** Parts make the whole. */
  | {
    kind: "sum";
    /** The parts: a member of every row. */
    parts: Path;
    /** The whole. */
    whole: Path;
  }
  /** The same amount is written with the same magnitude. */
  | {
    kind: "sameAmount";
    /** Boxes in đồng, and texts that may name the same amount. */
    paths: Path[];
  }
  /** A text names something. */
  | {
    kind: "mentions";
    /** Texts, read together. */
    paths: Path[];
    /** What counts. `figure` A number · `countable` A number that somebody can count to: “92 hộ”, not “100%” · `unit` A number with a unit · `place` A place: a unit of the list, “thôn …”, “tổ dân phố …”, “khu phố …” · `date` A day, month, quarter or year · `person` A person by name · `mobilisation` A word of mobilising people: of the guideline's `mobilisation` list · `consultation` How people discuss it, and where it is made public · `contribution` Money or land that people are asked for, or labour that each house owes: “mỗi hộ góp 500.000 đồng” · `donor` Who gives of their own, as a business, a benefactor or the unit's members do, where none of the people is named beside them. */
    what: ("figure" | "countable" | "unit" | "place" | "date" | "person" | "mobilisation" | "consultation" | "contribution" | "donor")[];
    /** How many; one without it. */
    min?: number;
  }
  /** A text is not made of phrases that say nothing. */
  | {
    kind: "stockPhrases";
    /** Texts. */
    paths: Path[];
    /** These phrases instead of those of the guideline's `stock` list. */
    phrases?: string[];
    /** Largest share of the words, 0 to 1. */
    maxShare?: number;
    /** A text that names one of these is concrete whatever phrases stand beside it. `figure` A number · `countable` A number that somebody can count to: “92 hộ”, not “100%” · `unit` A number with a unit · `place` A place: a unit of the list, “thôn …”, “tổ dân phố …”, “khu phố …” · `date` A day, month, quarter or year · `person` A person by name · `mobilisation` A word of mobilising people: of the guideline's `mobilisation` list · `consultation` How people discuss it, and where it is made public · `contribution` Money or land that people are asked for, or labour that each house owes: “mỗi hộ góp 500.000 đồng” · `donor` Who gives of their own, as a business, a benefactor or the unit's members do, where none of the people is named beside them. */
    unless?: ("figure" | "countable" | "unit" | "place" | "date" | "person" | "mobilisation" | "consultation" | "contribution" | "donor")[];
  }
  /** A text is not made of routine duty. */
  | {
    kind: "dutyPhrases";
    /** Texts. */
    paths: Path[];
    /** Largest share of the words, 0 to 1. */
    maxShare?: number;
    /** Texts of which one names one of these are more than duty. `figure` A number · `countable` A number that somebody can count to: “92 hộ”, not “100%” · `unit` A number with a unit · `place` A place: a unit of the list, “thôn …”, “tổ dân phố …”, “khu phố …” · `date` A day, month, quarter or year · `person` A person by name · `mobilisation` A word of mobilising people: of the guideline's `mobilisation` list · `consultation` How people discuss it, and where it is made public · `contribution` Money or land that people are asked for, or labour that each house owes: “mỗi hộ góp 500.000 đồng” · `donor` Who gives of their own, as a business, a benefactor or the unit's members do, where none of the people is named beside them. */
    unless?: ("figure" | "countable" | "unit" | "place" | "date" | "person" | "mobilisation" | "consultation" | "contribution" | "donor")[];
  }
  /** A name is a name of its own. */
  | {
    kind: "names";
    /** Names. */
    paths: Path[];
    /** Not used; read because all phrase kinds have it. */
    maxShare?: number;
    /** The name must say what is done, not only who or where. */
    content?: boolean;
  }
  /** Texts are not copies of each other. */
  | {
    kind: "similarity";
    /** Texts, each compared with each. */
    paths: Path[];
    /** Largest share of common word triples, 0 to 1. */
    max: number;
  }
  /** A text has a form. */
  | {
    kind: "pattern";
    /** Texts. */
    paths: Path[];
    /** The form. `documentNumber` Number and symbol of a document: “35-CT/TU” · `phone` A Vietnamese phone number in use · `personalId` Number of a citizen's card · `bankAccount` Number of a bank account · `allCaps` A stretch written in capitals · `legacyEncoding` Text of an old encoding, or a broken one · `mixedDate` Dates written with different separators · `abolishedBody` A body or level that exists no more since 1 July 2025 · `oldPlaceName` A province that exists no more since 1 July 2025 · `defenceDetail` Details of defence that do not belong in a public paper · `namedHardship` A person by name together with an illness, poverty or another misfortune. */
    name: "documentNumber" | "phone" | "personalId" | "bankAccount" | "allCaps" | "legacyEncoding" | "mixedDate" | "abolishedBody" | "oldPlaceName" | "defenceDetail" | "namedHardship";
    /** The form must not occur. */
    forbid?: boolean;
  }
  /** A commune belongs to its province. */
  | {
    kind: "unitValid";
    /** The commune. */
    commune: Path;
    /** The province. */
    province: Path;
  }
  /** No other registration has this name. */
  | {
    kind: "unique";
    /** The name. */
    path: Path;
  };

/** The criteria of one body. */
export interface Guideline {
  /** `dvk-guideline/1` */
  format: "dvk-guideline/1";
  /** Permanent id, e.g. `mau`. */
  id: string;
  /** Version of this file. */
  version: string;
  /** Title for people. */
  title: string;
  /** `vi` or `en`. */
  lang?: string;
  /** “mẫu (tham khảo)”: shown wherever outcomes are shown. */
  sample?: boolean;
  /** Who issued it. */
  issuer: {
    /** Name of the body. */
    name: string;
    /** Its level. */
    level: Level;
  };
  /** Compared with the record's period, not with today. */
  effective: {
    /** First day. */
    from: string;
    /** Last day. */
    to?: string;
  };
  /** A guideline whose criteria this one takes over. */
  extends?: {
    /** Its id. */
    id: string;
    /** Its version; without it the one that was loaded last. */
    version?: string;
  };
  /** Documents that criteria cite, by id. */
  sources: { [key: string]: {
    /** Title for people. */
    title: string;
    /** Số, ký hiệu. */
    number?: string;
    /** Day of issue. */
    issuedOn?: string;
    /** Issuing body. */
    issuer?: string;
    /** Where it was read. */
    url?: string;
  } };
  /** Chuyên đề. */
  themes?: {
    /** Permanent id. */
    id: string;
    /** Name for people. */
    label: string;
    /** First day. */
    from?: string;
    /** Last day. */
    to?: string;
  }[];
  /** What this body calls a field, and how it helps with it. */
  fields?: { [key: string]: {
    /** Label. */
    label?: string;
    /** A sentence of help. */
    help?: string;
    /** A good example. */
    example?: string;
    /** Must be filled in. */
    required?: boolean;
    /** Not asked. */
    hidden?: boolean;
  } };
  /** Fields that this body adds. */
  extraFields?: {
    /** Id; the value stands at `/extra/<id>`. */
    id: string;
    /** What it holds. `text` A short text · `long-text` Paragraphs · `number` A figure · `year` A year · `date` A day · `tick` Yes or nothing · `choice` One of a few · `choices` Some of a few. */
    type: "text" | "long-text" | "number" | "year" | "date" | "tick" | "choice" | "choices";
    /** Label. */
    label: string;
    /** The step that shows it. */
    step: Step;
    /** Choices. */
    options?: string[];
    /** Must be filled in. */
    required?: boolean;
    /** A sentence of help. */
    help?: string;
  }[];
  /** Phrase lists. */
  vocabulary?: {
    /** Phrases that say nothing. */
    stock?: string[];
    /** Phrases of routine duty. */
    duty?: string[];
    /** Words of mobilising people. */
    mobilisation?: string[];
    /** Units of measure. */
    units?: string[];
  };
  /** The criteria. */
  criteria: Criterion[];
  /** Changes to what `extends` brings. */
  overrides?: {
    /** Id of the criterion. */
    id: string;
    /** Other weight. */
    severity?: Severity;
    /** Not used. */
    disabled?: boolean;
    /** The reason. */
    because: string;
    /** Other parameters of its check. */
    params?: { [key: string]: Json };
  }[];
  /** Points. */
  scoring?: {
    /** Most points. */
    max: number;
    /** Bands from the lowest. */
    bands: {
      /** Permanent id. */
      id: string;
      /** Name for people. */
      label: string;
      /** Least points. */
      min: number;
    }[];
  };
  /** A sound record; each test's record is merged over it (RFC 7396). */
  base?: Json;
  /** The guideline's own tests. */
  tests: {
    /** What it shows. */
    name: string;
    /** Merged over `base`. */
    record: Json;
    /** Portal of the check. */
    portal?: Json;
    /** Day of the check. */
    today?: string;
    /** What must come of it. */
    expect: {
      /** Id of the criterion. */
      criterion: string;
      /** Its outcome. */
      outcome: Outcome;
      /** Its reason. */
      reason?: string;
    }[];
  }[];
}

/** Where the form stands. */
export interface Portal {
  /** `dvk-portal/1` */
  format: "dvk-portal/1";
  /** Id of the portal. */
  id: string;
  /** Name for people. */
  name: string;
  /** Kính gửi. */
  recipient: string[];
  /** Id of the guideline. */
  guideline?: string;
  /** Preset province code. */
  province?: string;
  /** Preset commune code. */
  commune?: string;
  /** Thời hạn; late entries are marked, not refused. */
  window?: {
    /** First day. */
    from?: string;
    /** Last day. */
    to?: string;
    /** A remark. */
    note?: string;
  };
  /** Whom to ask. */
  contact?: {
    /** Name. */
    name?: string;
    /** Phone. */
    phone?: string;
    /** E-mail. */
    email?: string;
  };
  /** Words of the printed form. */
  form?: {
    /** Name of the document. */
    title?: string;
    /** What it is about. */
    subtitle?: string;
    /** Confirmation blocks, at most two. */
    confirmations?: {
      /** Caption, as printed. */
      caption: string;
      /** Space for a seal. */
      seal?: boolean;
    }[];
    /** Nơi nhận. */
    placesOfReceipt?: string[];
  };
  /** How drafts are kept; `session` without it. `off` Memory only · `session` On this machine, deleted after export or 12 hours after the last key · `device` On this machine, 30 days. */
  drafts?: "off" | "session" | "device";
  /** Where the form is handed in; nowhere without it. */
  submit?: {
    kind: "none";
  } | {
    kind: "form";
  } | {
    kind: "mail";
    /** Address. */
    to: string;
  } | {
    kind: "post";
    /** Address. */
    url: string;
    /** How. `json` The record · `multipart` A form with a file. */
    as?: "json" | "multipart";
    /** Fields beside the record. */
    fields?: { [key: string]: string };
  };
  /** Interface wording by key. */
  texts?: { [key: string]: string };
}

/** What one criterion says of a record. */
export interface Finding {
  /** 16 hex digits, FNV-1a of guideline id, criterion, reason, paths and quoted words: stable across runs and machines. */
  id: string;
  /** Id of the criterion. */
  criterion: string;
  /** Its group, for people. */
  group: string;
  /** Its title, for people. */
  title: string;
  /** What it comes to. */
  outcome: Outcome;
  /** How much it weighs. */
  severity: Severity;
  /** Why. */
  reason: string;
  /** What the sentence speaks of. */
  data: { [key: string]: Json };
  /** The sentence; added by `messages`. */
  message: string;
  /** Why it matters. */
  why?: string;
  /** How to meet it. */
  how?: string;
  /** Examples of the same field. */
  example?: {
    /** Good. */
    good: string;
    /** Weak. */
    weak?: string;
  };
  /** Why the criterion differs from the guideline that it was taken from. */
  because?: string;
  /** Where the focus goes. */
  target: Target;
  /** Other boxes of the same fault. */
  related: Target[];
  /** Where the criterion comes from. */
  cite: {
    /** Id of the source in the guideline. */
    source: string;
    /** Point, article. */
    clause?: string;
    /** Title of the document. */
    title: string;
    /** Số, ký hiệu. */
    number?: string;
    /** Its words. */
    quote?: string;
  }[];
  /** Points. */
  points?: {
    /** Got. */
    got: number;
    /** Most. */
    max: number;
  };
  /** Offered changes. */
  fixes: {
    /** What it does. */
    title: string;
    /** Whether meaning can change. `safe` It cannot · `unsafe` It can. */
    class: "safe" | "unsafe";
    /** The edits. */
    edits: {
      /** The box. */
      path: string;
      /** The words to replace; the whole value without it. */
      span?: [number, number];
      /** What stands there then. */
      value: Json;
    }[];
  }[];
}

/** A box, and words in it. */
export interface Target {
  /** JSON Pointer. */
  path: Path;
  /** The step that shows it. */
  step: Step;
  /** Label of the box; added by `messages`. */
  label: string;
  /** The words, `[start, end)` in UTF-16 code units. */
  span?: [number, number];
  /** The sentence beside this box; added by `messages`. */
  note?: string;
}

/** A value that cannot be read or stored. Sense, order and completeness are criteria. */
export interface FieldError {
  /** JSON Pointer of the box. */
  path: Path;
  /** The step that shows it. */
  step: Step;
  /** `unread`, `no-such-date`, `out-of-range`, `too-long`, `too-many`, `bad-email`. */
  code: string;
  /** The sentence for the person; added by `messages`. */
  message: string;
  /** What the sentence speaks of: `typed`, `readings`, `max`. */
  data: { [key: string]: Json };
}

/** How many findings there are of each kind; the last three count unmet ones. */
export interface Totals {
  /** Met. */
  met: number;
  /** Unmet. */
  unmet: number;
  /** For people to judge. */
  review: number;
  /** Not applicable. */
  notApplicable: number;
  /** Unmet “must”. */
  must: number;
  /** Unmet “should”. */
  should: number;
  /** Unmet “hint”. */
  hint: number;
}

/** What a check says. It never says that a model is recognised or not. */
export interface CheckReport {
  /** `dvk-report/1` */
  format: "dvk-report/1";
  /** Name and version of the software. */
  engine: string;
  /** Day of the check. */
  today: string;
  /** By what. */
  guideline: {
    /** Its id. */
    id: string;
    /** Its version. */
    version: string;
    /** SHA-256 of its canonical JSON, hex. */
    digest: string;
    /** “mẫu (tham khảo)”. */
    sample: boolean;
    /** The record's years are before the guideline is in force, or after. `before` They end before its first day · `after` They begin after its last day. */
    outside?: "before" | "after";
  };
  /** Of what. */
  record: {
    /** Its id. */
    id: string;
    /** Its revision. */
    revision?: number;
    /** Only in exported reports. */
    digest?: string;
  };
  /** Values that cannot be read or stored. */
  errors: FieldError[];
  /** By severity, step, path, id. */
  findings: Finding[];
  /** How many. */
  totals: Totals;
  /** Points, when the guideline has them. */
  score?: {
    /** Got. */
    got: number;
    /** Most. */
    max: number;
    /** Id of the band. */
    band?: string;
    /** From a sample guideline. */
    sample: boolean;
  };
  /** No errors and no unmet “must”. */
  ready: boolean;
}

/** Where a file comes from: an address (a text is relative to the page, or to `base` outside a browser), a response, or its bytes. */
export type Source = string | URL | Response | ArrayBuffer | ArrayBufferView;

/** All members optional, at every level. */
export type DeepPartial<T> = T extends (infer Row)[] ? DeepPartial<Row>[] : T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;

/**
 * Loads the engine.
 *
 * Without options the files beside this module are used. Without the unit list (`units.json`) everything works but the checks that need it.
 */
export function load(options?: {
  /** `dvk.wasm`. The first that is loaded serves every engine of this module. */
  wasm?: Source;
  /** `dvk-pdf.wasm`, taken at the first PDF. */
  pdf?: Source;
  /** `dvk-docx.wasm`, taken at the first DOCX. */
  docx?: Source;
  /** `units.json`; when it is given and cannot be read, `load` fails. */
  units?: Source;
  /** `true`, or `units-former.json`: the units of before July 2025 too, 54 kB gzip. An unknown commune or province then comes with what it is today, as changes to choose from. */
  formerUnits?: Source | true;
  /** Folder of all files. */
  base?: string | URL;
  /** Takes the place of `fetch` for the files of the folder: to look at their hashes, or to give what is kept elsewhere. */
  fetch?: (url: URL) => Promise<Response>;
  /** Taken, and without effect yet: sentences of the engine, of guidelines and of documents are Vietnamese. The form has its own English. */
  locale?: "vi" | "en";
}): Promise<Engine>;

/** What is wrong with something that was handed to the engine, and where. */
export interface Problem {
  /** Permanent code, e.g. `wrong-type`. */
  code: string;
  /** JSON Pointer; "" is the whole. */
  path?: string;
  /** The sentence for the person who can mend it. */
  message: string;
  /** What stood there, shortened. */
  found?: string;
  /** What may stand there. */
  expected?: string;
  /** 1-based. */
  line?: number;
  /** 1-based: in characters, where reading stopped (`not-json`) in bytes. */
  column?: number;
}

/** A call that cannot be answered; never without a problem. */
export class DvkError extends Error {
  /** Code of the first problem. */
  code: string;
  /** What a webmaster can do about it. */
  hint?: string;
  problems: Problem[];
}

/** Options of a call. */
export interface Options {
  /** One that the engine knows, by `id` or `id@version`, or a guideline; the portal's, or `mau`, without it. */
  guideline?: string | Guideline;
  portal?: Portal;
  /** `yyyy-mm-dd`, the only clock; the local date without it. */
  today?: string;
  /** As in `load`. */
  locale?: "vi" | "en";
  /** Other registrations, with whose names `unique` compares. `text` is taken, and not compared yet. */
  others?: { id: string; name: string; text?: string }[];
  /** An earlier version of the record. The document is then “Bảng tiếp thu, giải trình”, the table of what differs, whatever its kind. */
  before?: Registration;
}

/** One difference between two versions. Rows are recognised wherever they stand: `moved` rows are only elsewhere. */
export interface Change {
  kind: "added" | "removed" | "changed" | "moved";
  /** In the later version; in the earlier one when it was taken out. */
  path: string;
  /** In the earlier version, where that differs. */
  was?: string;
  before?: Json;
  after?: Json;
  /** What the form calls it. */
  label: string;
  /** As people write it; "" for nothing. */
  beforeText: string;
  afterText: string;
}

/** What {@link Engine.compare} gives. */
export interface Comparison {
  /** Both are versions of one registration. */
  same: boolean;
  /** In the order of the form. */
  changes: Change[];
}

/** What {@link Engine.duplicate} gives. */
export interface Duplicate {
  record: Registration;
  /** Everything that differs from the earlier record. */
  changes: Change[];
  /** Boxes whose date could not be moved. */
  unmoved: { path: string; label: string }[];
  /** Boxes whose words name a year of the earlier period. */
  dated: { path: string; label: string }[];
}

/** Kinds of document. */
export type Kind = "form" | "brief" | "self-check" | "appraisal" | "all";

/** What {@link Engine.repair} gives. */
export interface Repair {
  /** The text, whole as far as it can be; the same text when there is nothing to repair. */
  text: string;
  /** What its letters were written in. `mixed`: several of these, or misread UTF-8. `none`: the letters are sound; spaces and marks may still differ. */
  encoding: "tcvn3" | "vni" | "nfd" | "mixed" | "none";
  /** 0 to 1: how sure it is that the text reads as it was written; 1 when nothing was guessed. */
  confidence: number;
  /** What cannot be brought back, in sentences, with the words it is about. */
  losses: string[];
}

/** One line of {@link Engine.checkMany}. Lines are counted from 1; `open` stands in the order of the report. */
export interface CompactReport {
  line: number;
  id?: string;
  ready?: boolean;
  totals?: Totals;
  /** What is unmet or for people to judge. */
  open?: [criterion: string, reason: string, path: string][];
  /** Values that cannot be read or stored. */
  errors?: [code: string, path: string][];
  /** Why the line is no record. */
  error?: { code: string; message: string; column?: number };
}

/** Everything that can be done with a registration. After a fault of the software (`internal`) every further call is refused: load a fresh one. */
export interface Engine {
  /** Version of the software. */
  readonly version: string;
  /** Guidelines that the engine knows: built in and loaded. */
  guidelines(): { id: string; version: string; title: string; sample: boolean }[];
  /** The guideline of an id (fetched from `guidelines/` when the engine does not know it) or of JSON: frozen, and known from then on. */
  guideline(idOrJson: string | object): Promise<Guideline>;
  /** Reads a portal file; without one, a portal that says nothing. */
  portal(json?: string | object): Portal;
  /** A fresh record with an id of its own. */
  create(preset?: DeepPartial<Registration>, portal?: Portal): Registration;
  /**
   * A record of an earlier year as the beginning of a new one: new id, no revision, plans moved by the years between; documents, results and dates that are facts
   * stay or go, never move. `from` is needed where the record names no year. `status` is "ongoing" unless said; `baselines` makes what was reached the figure to begin with.
   */
  duplicate(
    record: Registration,
    plan: { to: number; from?: number; status?: "new" | "ongoing" | "upgraded" | "replicated" | "keep"; baselines?: boolean },
    options?: Options,
  ): Duplicate;
  /** What differs between two versions of a record. */
  compare(before: Registration, after: Registration, options?: Options): Comparison;
  /** Reads a record; older versions are migrated. An unfinished record is read, a malformed one is refused. */
  parse(input: string | Uint8Array | object): Registration;
  /** NFC, line ends, invisible characters, ends trimmed; nothing else: never tone marks, never phone numbers. */
  normalize(record: Registration): Registration;
  /** Checks a record; `open` leaves out what is met or does not apply, totals count all. */
  check(record: Registration, options?: Options & { detail?: "all" | "open" }): CheckReport;
  /** Checks newline-delimited records: a {@link CompactReport} for each line that is not blank, in order (`line` counts all of them); a bad line is reported, not fatal. */
  checkMany(ndjson: Uint8Array | string, options?: Options): Uint8Array;
  /** The document as HTML or plain text. */
  summarize(record: Registration, options: Options & { kind: Kind; format: "html" | "text" }): string;
  /**
   * The document as PDF. It carries the record (with `handedTo` and `checkedWith` of this call) and its report as attachments, and is sealed:
   * {@link Engine.readPdf} gives them back.
   */
  pdf(record: Registration, options: Options & { kind: Kind }): Promise<Uint8Array>;
  /** The document as an Office Open XML file, to be edited. */
  docx(record: Registration, options: Options & { kind: Kind }): Promise<Uint8Array>;
  /**
   * Reads back a PDF of {@link Engine.pdf}. `intact`: the very bytes that were exported. `appended`: those bytes, and after them only what a digital
   * signature or a program's notes add. `changed`: anything else, also a file that another program has written anew; compare the record with the print.
   *
   * The state is no signature: who has this software can make a sealed file too. Refused with `not-pdf`, `too-big` (50 MB), `pdf-encrypted`,
   * `pdf-foreign` (carries no record), `pdf-damaged`, `pdf-limit` (more of something than is read), and as {@link Engine.parse} refuses.
   */
  readPdf(bytes: Uint8Array): Promise<{ record: Registration; report?: CheckReport; state: "intact" | "appended" | "changed"; revision?: number }>;
  /**
   * Repairs a pasted text: TCVN3 (ABC fonts), VNI, letters and marks apart (NFD), UTF-8 read as something else, marks of Word's lists, tables, no-break
   * and zero-width spaces. Quotes, dashes and the place of tone marks stay. Show it to the person before anything is changed.
   */
  repair(text: string): Repair;
  /** Takes in the list of units of before July 2025, by default `units-former.json` beside this module. */
  loadFormerUnits(source?: Source): Promise<void>;
  /** JSON Schema 2020-12 of a file format. */
  schema(of: "registration" | "guideline" | "portal" | "report"): Promise<object>;
}

/** `<dvk-registration>`, defined by `element.js` and `dvk.js`. */
export interface DvkRegistrationElement extends HTMLElement {
  /** The engine; asking for it loads it. */
  readonly ready: Promise<Engine>;
  /** The record as it stands; absent before the form is there. */
  get record(): Registration | undefined;
  set record(value: Registration);
  /** The last report. */
  readonly report: CheckReport | null;
  check(): Promise<CheckReport>;
  /** Hands over the file of the record. */
  save(): Promise<void>;
  print(): Promise<void>;
  /** Hands over the PDF. */
  pdf(kind?: Kind): Promise<void>;
  /** Hands over the DOCX. */
  docx(kind?: Kind): Promise<void>;
  /** Empties the form: a fresh record. */
  reset(): void;
  /** Opens a saved file, or a PDF that carries its record. */
  open(file: Blob): Promise<void>;
}

/** `detail` of the element's events. */
export interface DvkEvents {
  "dvk-ready": CustomEvent<null>;
  "dvk-change": CustomEvent<{ path: Path }>;
  "dvk-check": CustomEvent<{ report: CheckReport }>;
  /** Cancelable. */
  "dvk-before-export": CustomEvent<null>;
  "dvk-export": CustomEvent<{ blob: Blob; fileName: string; kind: "file" | "pdf" | "docx" | "text" }>;
  "dvk-draft": CustomEvent<{ savedAt: string }>;
  "dvk-error": CustomEvent<{ error: DvkError }>;
}

/** What `dvk.doctor()` finds around the form. Nothing of a record is in it. */
export interface DoctorReport {
  version: string;
  /** Address of the folder of the files. */
  base: string;
  /** Address of the page, without its query. */
  page: string;
  /** Nothing is to be mended. */
  well: boolean;
  /** `note`: works, but look at it. `change`: the very line to write. */
  findings: { what: string; state: "ok" | "note" | "mend"; found: string; change?: string }[];
  /** All of it as text, to hand on. */
  text: string;
}

declare global {
  // Declared empty, so that the types also work where TypeScript has no browser library; with one, these merge with it.
  interface URL {}
  interface Response {}
  interface Blob {}
  interface HTMLElement {}
  interface CustomEvent<T = any> {}
  interface HTMLElementTagNameMap {
    "dvk-registration": DvkRegistrationElement;
  }
  interface HTMLElementEventMap extends DvkEvents {}
  /** The one global of `dvk.js`. */
  var dvk: { readonly version: string; doctor(): Promise<DoctorReport> } | undefined;
}
