/**
 * The closed lists of the product: one name per thing, in code, in the database and on the wire.
 * Their words for people stand in `words/ar.json` and `words/en.json` under the same names.
 */

export const locales = ['ar', 'en'] as const;
export type Locale = (typeof locales)[number];

export const requestKinds = [
  'assistance',
  'inquiry',
  'complaint',
  'suggestion',
  'volunteering',
  'appeal',
] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStatuses = [
  'draft',
  'submitted',
  'checking',
  'awaiting_applicant',
  'social_research',
  'committee',
  'accepted',
  'rejected',
  'deferred',
  'enrolled',
  'in_delivery',
  'completed',
  'withdrawn',
  'expired',
  'duplicate',
  'in_progress',
  'answered',
  'closed',
  'screening',
  'declined',
] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** Ways by which people reach the association: C1–C8 of the policy. */
export const channelSlugs = [
  'interview',
  'phone',
  'social',
  'letter',
  'assistance',
  'volunteering',
  'website',
  'delegate',
] as const;
export type ChannelSlug = (typeof channelSlugs)[number];

/** How an applicant wishes to be answered. */
export const contactChannels = [
  'email',
  'phone',
  'sms',
  'whatsapp',
  'letter',
  'interview',
  'delegate',
] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const identityTypes = ['national_id', 'iqama', 'other'] as const;
export type IdentityType = (typeof identityTypes)[number];

/** How the identity behind a beneficiary's file stands. */
export const identityStates = [
  'pending',
  'valid',
  'needs_investigation',
  'invalid',
  'expired',
] as const;
export type IdentityState = (typeof identityStates)[number];

export const fieldTypes = [
  'text',
  'textarea',
  'number',
  'money',
  'date',
  'choice',
  'yes_no',
  'iban',
  'phone',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const roles = [
  'content_editor',
  'relations_officer',
  'researcher',
  'committee_member',
  'delegate',
  'delivery_officer',
  'quality_officer',
  'executive_director',
  'data_protection_officer',
] as const;
export type Role = (typeof roles)[number];

/** What a committee decides: requests, or appeals against what was decided on them. */
export const committeePurposes = ['requests', 'appeals'] as const;
export type CommitteePurpose = (typeof committeePurposes)[number];

export const seats = ['chair', 'deputy', 'secretary', 'member', 'observer'] as const;
export type Seat = (typeof seats)[number];

export const ballotChoices = ['accept', 'reject', 'defer', 'abstain'] as const;
export type BallotChoice = (typeof ballotChoices)[number];

export const decisionOutcomes = ['accepted', 'rejected', 'deferred'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

export const attendanceStates = ['present', 'left', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const agendaItemStatuses = [
  'pending',
  'open',
  'closed',
  'decided',
  'no_quorum',
  'void',
] as const;
export type AgendaItemStatus = (typeof agendaItemStatuses)[number];

/** GOV.UK Notify's closed list of message states, and `kept`: no transport is configured. */
export const messageStatuses = [
  'created',
  'kept',
  'sending',
  'sent',
  'delivered',
  'temporary_failure',
  'permanent_failure',
  'unknown',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** Ways by which the association itself sends. */
export const transports = ['email', 'sms', 'whatsapp'] as const;
export type Transport = (typeof transports)[number];

/** What people are told: the keys of the message templates that the product fills in. */
export const templateKeys = [
  'received',
  'received_for_answer',
  'asked_for_more',
  'research_question_answered',
  'referred_to_committee',
  'reply_accepted',
  'reply_rejected',
  'reply_deferred',
  'appeal_accepted',
  'appeal_rejected',
  'appeal_deferred',
  'enrolled',
  'delivered',
  'evaluation_invitation',
  'evaluation_reminder',
  'declaration_code',
  'delivery_code',
  'closed_answered',
  'marked_duplicate',
  'withdrawn',
  'expired_reminder',
  'appointment_booked',
  'appointment_moved',
  'appointment_cancelled',
  'appointment_reminder',
  'document_expiring',
  'expired',
] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** Everything that may be done to a request; each is a row of the transition table. */
export const requestActions = [
  'submit',
  'start_check',
  'check_item',
  'judge_document',
  'sign_declaration',
  'ask_applicant',
  'respond',
  'refer_to_research',
  'write_study',
  'confirm_study',
  'answer_research',
  'refer_to_committee',
  'accept_directly',
  'reject_directly',
  'decide',
  'release_early',
  'send_reply',
  'return_to_research',
  'appeal',
  'replace_decision',
  'uphold_decision',
  'enrol',
  'start_delivery',
  'allocate',
  'approve_allocation',
  'refuse_allocation',
  'end_allocation',
  'record_delivery',
  'return_delivery',
  'correct_delivery',
  'complete',
  'withdraw',
  'expire',
  'mark_duplicate',
  'unmark_duplicate',
  'remind',
  'start',
  'answer',
  'offer_faq',
  'start_improvement',
  'name_staff',
  'reopen',
  'escalate',
  'close',
  'start_screening',
  'screen',
  'decline_volunteer',
  'refer_to_panel',
] as const;
export type RequestAction = (typeof requestActions)[number];

/** What volunteers help with (C6), as the form of volunteering asks. */
export const volunteerSkills = ['teaching', 'visits', 'events', 'office', 'other'] as const;
export type VolunteerSkill = (typeof volunteerSkills)[number];
export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof weekdays)[number];

// ── people and families ────────────────────────────────────────────────────

/** How a file stands. What follows from each is in `server/src/registry/standing.rules.ts`. */
export const fileStatuses = ['active', 'paused', 'archived', 'deceased'] as const;
export type FileStatus = (typeof fileStatuses)[number];

export const sexes = ['female', 'male'] as const;
export type Sex = (typeof sexes)[number];

/** What a member of a household is to its head. */
export const relationships = [
  'head',
  'spouse',
  'son',
  'daughter',
  'father',
  'mother',
  'brother',
  'sister',
  'grandparent',
  'grandchild',
  'ward',
  'other',
] as const;
export type Relationship = (typeof relationships)[number];

export const contactKinds = ['mobile', 'landline', 'email'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** When a person likes to be reached. */
export const contactTimes = ['morning', 'afternoon', 'evening'] as const;
export type ContactTime = (typeof contactTimes)[number];

/** Roads by which a person's file comes to be. Duplicates are looked for on each of them. */
export const entryPaths = [
  'website',
  'desk',
  'phone',
  'letter',
  'delegate',
  'import',
  'api',
  'merge',
] as const;
export type EntryPath = (typeof entryPaths)[number];

/** How an officer saw an identity document: sighted, not copied. */
export const sightingWays = ['in_person', 'video', 'home_visit', 'absher_shown'] as const;
export type SightingWay = (typeof sightingWays)[number];

/** Papers kept in a person's file. An image of an identity document needs a legal basis. */
export const personDocumentKinds = [
  'income',
  'lease',
  'medical',
  'school',
  'family_record',
  'bank',
  'authority',
  'identity',
  'other',
] as const;
export type PersonDocumentKind = (typeof personDocumentKinds)[number];

/** Why an image of an identity document may be kept (PDPL Art. 28). */
export const legalBases = ['required_by_law', 'requested_by_authority'] as const;
export type LegalBasis = (typeof legalBases)[number];

/** In what capacity one person acts for another, and what proves it. */
export const authorityKinds = ['guardian', 'custodian', 'attorney', 'carer'] as const;
export type AuthorityKind = (typeof authorityKinds)[number];
export const authorityProofs = [
  'guardianship_deed',
  'court_ruling',
  'power_of_attorney',
  'family_record',
  'written_authorisation',
] as const;
export type AuthorityProof = (typeof authorityProofs)[number];

/** Why two files, or a request and a file, may be one person. */
export const matchReasons = ['id', 'phone', 'email', 'name_birth_year', 'name_household'] as const;
export type MatchReason = (typeof matchReasons)[number];
export const matchStates = ['open', 'same', 'different', 'unsure'] as const;
export type MatchState = (typeof matchStates)[number];

/** What a person agrees to. `service` is what every request rests on. */
export const consentPurposes = ['service', 'awareness', 'photography', 'sharing'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
/** Where a household's money comes from, and what it is spent on (S3). */
export const incomeSources = [
  'salary',
  'retirement',
  'social_security',
  'citizen_account',
  'support',
  'other',
] as const;
export type IncomeSource = (typeof incomeSources)[number];
export const expenseKinds = [
  'rent',
  'living',
  'instalments',
  'treatment',
  'school',
  'utilities',
  'other',
] as const;
export type ExpenseKind = (typeof expenseKinds)[number];
export const housingTenures = ['owned', 'rented', 'with_relatives', 'provided', 'other'] as const;
export type HousingTenure = (typeof housingTenures)[number];
export const needPriorities = ['urgent', 'important', 'useful'] as const;
export type NeedPriority = (typeof needPriorities)[number];
/** What is brought home from a visit, with the consent to photography. */
export const visitPaperKinds = ['photo', 'paper'] as const;
export type VisitPaperKind = (typeof visitPaperKinds)[number];

export const consentWays = ['website', 'on_screen', 'paper', 'phone', 'in_person'] as const;
export type ConsentWay = (typeof consentWays)[number];

// ── import and export ──────────────────────────────────────────────────────

/** The life of an import: the file comes, is read, its columns are named, every row is judged, and then it runs. */
export const importStates = [
  'uploading',
  'reading',
  'mapping',
  'checking',
  'checked',
  'running',
  'paused',
  'done',
  'cancelled',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

/** What a column of an imported file can say of a person. */
export const importFields = [
  'name',
  'first_name',
  'father_name',
  'grandfather_name',
  'family_name',
  'id_number',
  'phone',
  'other_phone',
  'email',
  'sex',
  'birth_date',
  'birth_year',
  'city',
  'district',
  'address',
  'category',
  'branch',
] as const;
export type ImportField = (typeof importFields)[number];

export const sheetFormats = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** Columns of an export. Who may have which is in `server/src/policy/export.policy.ts`. */
export const exportColumns = [
  'file_number',
  'name',
  'status',
  'sex',
  'birth_year',
  'birth_date',
  'id_type',
  'id_last3',
  'identity_state',
  'identity_expires',
  'phone',
  'email',
  'preferred_channel',
  'city',
  'district',
  'address',
  'branch',
  'categories',
  'household_number',
  'source',
  'opened_on',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

// ── the reception desk ─────────────────────────────────────────────────────

export const visitStates = ['arrived', 'being_served', 'served', 'left'] as const;
export type VisitState = (typeof visitStates)[number];

/** What a visitor comes for, in the visitor's words. */
export const visitReasons = [
  'assistance',
  'inquiry',
  'complaint',
  'suggestion',
  'volunteering',
  'follow_up',
  'papers',
  'other',
] as const;
export type VisitReason = (typeof visitReasons)[number];

export const interactionDirections = ['incoming', 'outgoing'] as const;
export type InteractionDirection = (typeof interactionDirections)[number];

/** Who is to answer a question that the desk could not: an answer for the website, or an unclear procedure (S3). */
export const questionAudiences = ['editors', 'researcher'] as const;
export type QuestionAudience = (typeof questionAudiences)[number];

export const appointmentKinds = ['office', 'home_visit', 'call'] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];
export const appointmentStates = ['booked', 'held', 'missed', 'cancelled'] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** Why a paper is not accepted (S2). */
export const rejectionReasons = [
  'unreadable',
  'expired',
  'other_person',
  'wrong_paper',
  'incomplete',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];
/** How a paper stands in the check: `sighted` is one that was seen and not kept. */
export const paperStates = ['missing', 'pending', 'accepted', 'rejected', 'sighted'] as const;
export type PaperState = (typeof paperStates)[number];

/** How a declaration is signed (S4). */
export const declarationWays = ['typed', 'paper', 'drawn', 'code'] as const;
export type DeclarationWay = (typeof declarationWays)[number];
