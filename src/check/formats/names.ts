/** The forms in which problems are reported. */

/** For people on a terminal, for programs, for annotations on GitHub, for services that review code. */
export const REPORT_FORMATS = ["pretty", "json", "github", "sarif"] as const;

/** A form of a report. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];
