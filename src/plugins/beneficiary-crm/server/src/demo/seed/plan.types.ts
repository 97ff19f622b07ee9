import type {
  AppointmentKind,
  AttendanceState,
  BallotChoice,
  ChannelSlug,
  CommitteePurpose,
  Locale,
  RequestAction,
  RequestKind,
} from '../../../../contracts/vocabulary';
import type { DemoMeeting } from '../content/meetings';
import type { DemoPerson } from '../content/people';

/** The demo's staff, by the first part of their address. */
export type StaffKey =
  | 'officer'
  | 'officer2'
  | 'researcher'
  | 'chair'
  | 'deputy'
  | 'secretary'
  | 'member1'
  | 'member2'
  | 'appeals-chair'
  | 'appeals-deputy'
  | 'appeals-secretary'
  | 'delegate1'
  | 'delegate2'
  | 'delivery'
  | 'director'
  | 'quality';
export type Who = StaffKey | 'applicant' | 'system';

/** A request as it is to come in. `index` is its place in the plan. */
export interface PlannedRequest {
  index: number;
  kind: RequestKind;
  person: DemoPerson;
  channel: ChannelSlug;
  branch: string | null;
  locale: Locale;
  receivedBy: Who;
  service: string | null;
  story: string;
  answers: Record<string, string | number>;
  message: string | null;
  /** keys of the papers that come with it */
  papers: string[];
  givesIdentity: boolean;
  /** the first request of an appeal */
  parent: number | null;
}

export interface PlannedSession {
  index: number;
  purpose: CommitteePurpose;
  plannedAt: Date;
  heldAt: Date;
  /** the voting goes on now */
  open: boolean;
}

/** What is done at one instant. */
export type Deed =
  | { do: 'submit' }
  | { do: 'appeal'; of: number; message: string }
  | { do: 'act'; action: RequestAction; by: Who; body?: Record<string, unknown> }
  /** finds everything on the checklist in order */
  | { do: 'check'; by: StaffKey }
  | { do: 'respond'; papers: string[]; message: string | null }
  | { do: 'mark_duplicate'; of: number; by: StaffKey }
  | { do: 'motion'; session: number; by: StaffKey; amount: number; conditions?: string }
  | { do: 'open'; session: number; by: StaffKey }
  | { do: 'attendance'; session: number; by: StaffKey; of: StaffKey; state: AttendanceState }
  | { do: 'recuse'; session: number; by: StaffKey; reason: string }
  | {
      do: 'ballot';
      session: number;
      by: StaffKey;
      choice: BallotChoice;
      reservation?: string;
    }
  | { do: 'close'; session: number; by: StaffKey }
  | { do: 'decision'; session: number; by: StaffKey; reason: string }
  | { do: 'release'; session: number; by: StaffKey; reason: string }
  | {
      do: 'book';
      appointment: number;
      by: StaffKey;
      with: StaffKey;
      kind: AppointmentKind;
      startsAt: Date;
      minutes: number;
      purpose: string;
    }
  | { do: 'end_appointment'; appointment: number; by: StaffKey; end: DemoMeeting['end'] }
  /** reads the kept invitation out to its applicant */
  | { do: 'hand_over' }
  | { do: 'evaluate'; answers: Record<string, string | number> };

export type Step =
  | ({ at: Date; request: number } & Deed)
  | {
      at: Date;
      do: 'plan_session';
      session: number;
      purpose: CommitteePurpose;
      heldOn: string;
      by: StaffKey;
    };

export interface Plan {
  requests: PlannedRequest[];
  sessions: PlannedSession[];
  /** in the order of their instants, none after now */
  steps: Step[];
}
