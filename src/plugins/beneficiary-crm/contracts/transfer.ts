/** Import into the registry and export out of it, in the admin API. */
import { z } from 'zod';
import { line } from './common';
import { fileStatuses, sheetFormats } from './vocabulary';
import type { ImportField, ImportState, SheetFormat } from './vocabulary';
import { exportColumns, importFields } from './vocabulary';
import type { ExportColumn } from './vocabulary';

// ── import ─────────────────────────────────────────────────────────────────

/** POST /registry/imports: the file follows in parts, so that a lost connection loses one part only */
export const newImportBody = z.strictObject({
  name: line(200),
  /** bytes */
  size: z.number().int().min(1),
});
export interface NewImport {
  id: string;
  /** every part but the last has this many bytes */
  partBytes: number;
}

/** POST /registry/imports/:id/parts?at=BYTE (multipart `file`) → { received }: the same part twice is one part */
export const importPartQuery = z.strictObject({
  at: z.coerce.number().int().min(0),
  locale: z.enum(['ar', 'en']).default('ar'),
});

// POST /registry/imports/:id/read {} → ImportDetail: all parts are here

/** POST /registry/imports/:id/check: what each column is; every row is judged, nobody is written */
export const checkImportBody = z.strictObject({
  /** one for each column of the file, null for one that is left out */
  columns: z.array(z.enum(importFields).nullable()).min(1).max(100),
  /** in the files that exist already, what is empty is filled in; nothing is ever overwritten */
  fillBlanks: z.boolean().default(false),
});

// POST /registry/imports/:id/{start,pause,resume,cancel} {} → ImportDetail

/** GET /registry/imports/:id/refused?format=: the rows that are refused, with the reasons in the last column */
export const refusedRowsQuery = z.strictObject({
  format: z.enum(sheetFormats).default('xlsx'),
  locale: z.enum(['ar', 'en']).default('ar'),
});

export const importsQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
  locale: z.enum(['ar', 'en']).default('ar'),
});

/** How the rows of a file were judged, or what became of them. */
export interface ImportCounts {
  /** files opened, or to be opened */
  opened: number;
  /** people who had a file already */
  known: number;
  /** of these, files in which something empty was filled in */
  filled: number;
  /** of the opened, those that resemble other files and wait for a person to judge */
  resembling: number;
  /** rows that are not taken, with a reason each */
  refused: number;
}

/** A mistake in a row; `row` as a spreadsheet counts, from 1. */
export interface RowFinding {
  row: number;
  /** the heading above the value; null when the row as a whole is meant */
  column: string | null;
  code: string;
  message: string;
}

export interface ImportSummary {
  id: string;
  state: ImportState;
  name: string;
  /** bytes */
  size: number;
  rows: number | null;
  by: string;
  at: string;
  endedAt: string | null;
  result: ImportCounts | null;
}
export interface ImportList {
  rows: ImportSummary[];
  total: number;
  page: number;
  pageSize: number;
}

/** GET /registry/imports/:id */
export interface ImportDetail extends ImportSummary {
  /** why it failed, for a person */
  problem: string | null;
  received: number;
  columns: {
    header: string;
    samples: string[];
    field: ImportField | null;
  }[];
  /** the columns are those that an officer chose the last time for the same headings */
  remembered: boolean;
  fillBlanks: boolean;
  /** rows judged, or taken in, so far */
  progress: number;
  /** what the dry run found would happen */
  judged: ImportCounts | null;
  /** the first of them; all stand in the file of refused rows */
  findings: RowFinding[];
  /** how often each code was found */
  findingCounts: { code: string; message: string; rows: number }[];
  /** when the rows are destroyed; null until the import has ended */
  destroyedOn: string | null;
  /** the rows are still here, so that the refused ones can be fetched */
  held: boolean;
  /** it is paused, or was given up after several attempts: `resume` goes on where it stopped */
  resumable: boolean;
}

// ── export ─────────────────────────────────────────────────────────────────

/** POST /registry/exports, header `Idempotency-Key` → 201 NewExport; then GET /registry/exports/:id/file */
export const newExportBody = z.strictObject({
  columns: z.array(z.enum(exportColumns)).min(1),
  format: z.enum(sheetFormats),
  status: z.enum(fileStatuses).optional(),
  category: line(80).optional(),
  branch: line(80).optional(),
  expiring: z.enum(['yes']).optional(),
  reason: line(300, 5),
});
export type NewExportBody = z.output<typeof newExportBody>;
export interface NewExport {
  id: string;
  rows: number;
  name: string;
}

/** GET /registry/exports: the columns that the signed-in person may export, and the exports made by now */
export interface ExportChoices {
  columns: ExportColumn[];
  recent: {
    id: string;
    by: string;
    at: string;
    rows: number;
    format: SheetFormat;
    columns: ExportColumn[];
    reason: string;
  }[];
}
