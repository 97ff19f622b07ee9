/** What each paper needs to be set. All texts are already in the reader's language. */

/** One day in both calendars, written out; see `pdfDate`. */
export type PdfDate = { gregorian: string; hijri: string };

export type Letterhead = {
  association: string;
  licence?: string;
  address?: string;
  phone?: string;
  email?: string;
  /** One sentence at the foot of every page. */
  footer?: string;
  reference?: string;
  date?: PdfDate;
};

export type ReceiptData = {
  head: Letterhead;
  reference: string;
  /** Only while it is known: it is stored hashed, so a later copy has none. */
  accessCode?: string;
  applicant: string;
  service: string;
  submittedAt: PdfDate;
  /** Both or neither: requests that no committee studies have no promise (S5). */
  earliest?: PdfDate;
  latest?: PdfDate;
  nextSteps: string[];
  track: { how: string; url?: string };
  /** The code that is scanned when all is over, drawn as SVG. */
  evaluate?: { how: string; svg: string };
  documents: string[];
  declaration?: { version: string; signer: string; signedAt: PdfDate; method?: string };
};

export type LetterData = {
  head: Letterhead & { reference: string; date: PdfDate };
  to: string;
  /** Who stands behind the decision; `replaced`: the panel of an appeal, in place of an earlier decision. */
  by: 'committee' | 'association' | 'panel' | 'replaced';
  /** Of an appeal the reference of the first request, of a replaced decision that of the appeal. */
  other?: string;
  /** The decision in words when absent. */
  subject?: string;
  service: string;
  decision: 'accepted' | 'rejected' | 'deferred';
  /** What was granted, in a sentence. */
  grant?: string;
  reason: string;
  /** What the acceptance depends on, as the committee voted on it. */
  conditions?: string;
  nextSteps?: string;
  /** The way to appeal: until when, and where. */
  appeal?: { until: PdfDate; url: string; phone?: string; address?: string };
  contact: { name: string; phone?: string; hours?: string };
  signature: { name: string; title: string };
};

export type RequestFormData = {
  head: Letterhead;
  version: string;
  /** Names of the services to tick. */
  services: string[];
  householdRows: number;
  /** Lines to write the need on; 4 when absent. */
  needLines?: number;
  documents: { label: string; hint?: string; required: boolean }[];
  declaration: { text: string };
};

export type DocumentData = {
  head: Letterhead;
  title: string;
  version: string;
  notice?: string;
  summary?: string;
  sections: { heading: string; paragraphs: string[] }[];
};

export type DeclarationData = {
  head: Letterhead & { reference: string };
  /** The answers are still those that were signed (S4). */
  stands: boolean;
  text: string;
  version: string;
  answers: { question: string; answer: string }[];
  signer: string;
  way: string;
  signedAt: PdfDate;
  /** The time of day of the signature. */
  time: string;
  witness?: string;
  /** A signature drawn on screen, as SVG. */
  drawn?: string;
  /** Of the answers that were signed. */
  hash: string;
};

export type MinutesPaperPerson = { name: string; seat: string };

/** Empty texts and lists are left out of the paper. */
export type MinutesPaperData = {
  head: Letterhead & { date: PdfDate };
  title: string;
  /** 3/1448 */
  number: string;
  version: number;
  draft: boolean;
  superseded: boolean;
  /** an even number of them */
  facts: CaseFileFact[];
  preamble: string;
  opening: string;
  present: MinutesPaperPerson[];
  absent: MinutesPaperPerson[];
  apologies: (MinutesPaperPerson & { reason: string })[];
  rules: string;
  items: {
    number: number;
    about: string;
    reference: string;
    applicant: string;
    /** where another than who presided over the session did */
    presided: string;
    motion: string;
    recusals: string[];
    excluded: string[];
    away: string[];
    summary: string;
    result: string[];
    /** none where ballots are secret */
    votes: { name: string; choice: string }[];
    reservations: { name: string; text: string }[];
    voided: string[];
    missing: string[];
    decision: string;
    outcome: string;
    tone: 'accepted' | 'rejected' | 'deferred' | 'no_quorum' | 'void';
  }[];
  closing: string;
  signatures: (MinutesPaperPerson & {
    signed?: { date: PdfDate; time: string };
    /** which items it does not cover */
    without: string;
  })[];
  hash?: string;
};

export type CaseFileFact = { label: string; value: string; ltr?: boolean };

export type CaseFileData = {
  head: Letterhead & { reference: string };
  kind: string;
  status: string;
  /** `ltr` for numbers, phones and addresses of the internet. */
  applicant: CaseFileFact[];
  message?: string;
  /** Of an appeal: the first request and the decision on it. */
  appealed?: string;
  answers: { question: string; answer: string }[];
  checks?: { label: string; state: string; note: string }[];
  declaration?: string;
  documents: { label: string; status: string; validUntil?: string }[];
  referrals?: { question: string; answer: string }[];
  studyFacts?: CaseFileFact[];
  study?: string;
  decision?: string;
  timeline?: { at: PdfDate; what: string; who: string }[];
  printedBy?: string;
};

/** One figure, written out; the bar runs from 0 to 100. */
export type SatisfactionLine = {
  name: string;
  value: string;
  range: string;
  n: string;
  change: string;
  bar: { at: number; low: number; high: number } | null;
};
export type SatisfactionReportData = {
  head: Letterhead & { date: PdfDate };
  title: string;
  period: string;
  filter: string;
  headline: SatisfactionLine[];
  responseRate: string;
  questions: { title: string; rows: SatisfactionLine[] };
  breakdowns: { title: string; rows: SatisfactionLine[] }[];
  trend: { title: string; rows: SatisfactionLine[] };
  improvements: { title: string; said: string; result: string; doneOn: string }[];
  definitions: { title: string; text: string }[];
};

export type PdfData = {
  receipt: ReceiptData;
  letter: LetterData;
  'request-form': RequestFormData;
  document: DocumentData;
  'case-file': CaseFileData;
  declaration: DeclarationData;
  minutes: MinutesPaperData;
  satisfaction: SatisfactionReportData;
};

export type PdfTemplate = keyof PdfData;
export type PdfLocale = 'ar' | 'en';
