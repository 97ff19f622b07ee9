import { committees, type CommitteeSeat } from './committee';

export type StaffRole =
  | 'administrator'
  | 'content_editor'
  | 'relations_officer'
  | 'researcher'
  | 'committee_member'
  | 'delegate'
  | 'delivery_officer'
  | 'quality_officer'
  | 'executive_director'
  | 'data_protection_officer';

export type DemoStaff = {
  role: StaffRole;
  seat?: CommitteeSeat;
  firstname: string;
  lastname: string;
  email: string;
  /** Slug of the branch a delegate belongs to. */
  branch?: string;
};

/** The demo's accounts, one or more for each role. */
export const staff: DemoStaff[] = [
  { role: 'administrator', firstname: 'ياسر', lastname: 'الغامدي', email: 'admin@alkitab.example' },
  { role: 'content_editor', firstname: 'هند', lastname: 'العمري', email: 'editor@alkitab.example' },
  {
    role: 'relations_officer',
    firstname: 'ريم',
    lastname: 'الحارثي',
    email: 'officer@alkitab.example',
  },
  {
    role: 'relations_officer',
    firstname: 'بندر',
    lastname: 'السواط',
    email: 'officer2@alkitab.example',
  },
  {
    role: 'researcher',
    firstname: 'منصور',
    lastname: 'الشهري',
    email: 'researcher@alkitab.example',
  },
  ...committees
    .flatMap(({ seats }) => seats)
    .map((seat): DemoStaff => ({ role: 'committee_member', ...seat })),
  {
    role: 'delegate',
    firstname: 'صالح',
    lastname: 'السفري',
    email: 'delegate1@alkitab.example',
    branch: 'upper-villages',
  },
  {
    role: 'delegate',
    firstname: 'نورة',
    lastname: 'الحارثي',
    email: 'delegate2@alkitab.example',
    branch: 'wadi',
  },
  {
    role: 'delivery_officer',
    firstname: 'تركي',
    lastname: 'القثامي',
    email: 'delivery@alkitab.example',
  },
  {
    role: 'quality_officer',
    firstname: 'أمل',
    lastname: 'الجعيد',
    email: 'quality@alkitab.example',
  },
  {
    role: 'executive_director',
    firstname: 'إبراهيم',
    lastname: 'الطويرقي',
    email: 'director@alkitab.example',
  },
  {
    role: 'data_protection_officer',
    firstname: 'لمى',
    lastname: 'البقمي',
    email: 'privacy@alkitab.example',
  },
];
