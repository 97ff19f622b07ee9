/** O3, O6a: what the content editor writes and publishes. Not the committee: who decides is not content. */
export const editorialTypes = [
  'plugin::beneficiary-crm.service',
  'plugin::beneficiary-crm.legal-text',
  'plugin::beneficiary-crm.channel',
  'plugin::beneficiary-crm.branch',
  'plugin::beneficiary-crm.beneficiary-category',
  'plugin::beneficiary-crm.message-template',
  'plugin::beneficiary-crm.answer-template',
  'plugin::beneficiary-crm.survey',
  'api::association.association',
  'api::faq.faq',
  'api::topic.topic',
  'api::policy-document.policy-document',
] as const;

/** What the editor may do with each of them, and with the Media Library. */
export const editorialActions = ['create', 'read', 'update', 'delete', 'publish'].map(
  (action) => `plugin::content-manager.explorer.${action}`,
);
export const mediaLibraryActions = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
] as const;
