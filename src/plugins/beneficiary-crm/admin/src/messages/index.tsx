import { Page } from '@strapi/strapi/admin';
import { pagePermissions } from '../app/permissions';
import { MessagesPage } from './MessagesPage';

const Messages = () => (
  <Page.Protect permissions={pagePermissions.messages}>
    <MessagesPage />
  </Page.Protect>
);

export default Messages;
