import { Settling as Settling_89503da703ffbf3d0397053c209c4b84 } from '../../../../src/admin/settling.tsx'
import { MomentCell as MomentCell_cc5c279483d2859c4a7c46ea5188ae17 } from '../../../../src/admin/moment-cell.tsx'
import { TypedMomentField as TypedMomentField_708be711e281a5cf6a005405bea7a407 } from '../../../../src/admin/typed-moment.client.tsx'
import { CharactersLeft as CharactersLeft_8ee1dec80240df7ba09ce734c9138f2c } from '../../../../src/admin/characters-left.client.tsx'
import { NeededLabel as NeededLabel_8ae79d8ed8b15d08ae5aae607d1b457a } from '../../../../src/admin/needed-label.client.tsx'
import { OrganisationCell as OrganisationCell_4eca52e6a5520a800b96cef99e55133a } from '../../../../src/admin/content-cells.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PublishLater as PublishLater_79916bbba91c27776933125e1f20464b } from '../../../../src/admin/publish-later.client.tsx'
import { PostPreview as PostPreview_9aa29728e207e4a44fbb98855db496f5 } from '../../../../src/admin/post-preview.tsx'
import { ChangedByDiff as ChangedByDiff_7f1f1df96207d76a7e9dd0e7a1ba257f } from '../../../../src/admin/changed-by-diff.tsx'
import { KeepTyped as KeepTyped_73ee90c7dbced5fde8328980071132d0 } from '../../../../src/admin/keep-typed.client.tsx'
import { PublishedCell as PublishedCell_4eca52e6a5520a800b96cef99e55133a } from '../../../../src/admin/content-cells.tsx'
import { ContentList as ContentList_652363707b8a7317f5195490aa1689f9 } from '../../../../src/admin/content-list.tsx'
import { VersionsView as VersionsView_f91af1b26a65b938da1a918f3c26722c } from '../../../../src/admin/versions-view.tsx'
import { PromotionView as PromotionView_0a9f3844b3968e69a524046bdd23a7a6 } from '../../../../src/admin/promotion-view.tsx'
import { StatusCell as StatusCell_1d49739aa29d837b35ac2859bc015df4 } from '../../../../src/admin/ledger-cells.tsx'
import { BecauseCell as BecauseCell_1d49739aa29d837b35ac2859bc015df4 } from '../../../../src/admin/ledger-cells.tsx'
import { LedgerTabs as LedgerTabs_f30f96809140e99cb69ac997c4057f23 } from '../../../../src/admin/ledger-tabs.tsx'
import { DeliveryView as DeliveryView_eca872a81454817aef9fd1f82e375b82 } from '../../../../src/admin/delivery-view.tsx'
import { EditionCell as EditionCell_dd6ea2b7b2c0c06e2f977edf3314e779 } from '../../../../src/admin/edition-list.tsx'
import { EditionRedirect as EditionRedirect_dd6ea2b7b2c0c06e2f977edf3314e779 } from '../../../../src/admin/edition-list.tsx'
import { ImportLink as ImportLink_95fc14e09aab05665fd6ed383f4cd56f } from '../../../../src/admin/import-link.tsx'
import { RecordedField as RecordedField_c3e009b3232d7ee41d016f0cb78fe437 } from '../../../../src/admin/recorded-field.client.tsx'
import { ByNetworkHint as ByNetworkHint_fc68bf065f2a15d39cd5dd767b4fec00 } from '../../../../src/admin/by-network.client.tsx'
import { ChannelConnection as ChannelConnection_798e4cb73074950065ce23f433e93195 } from '../../../../src/admin/channel-connection.client.tsx'
import { ByNetworkLabel as ByNetworkLabel_fc68bf065f2a15d39cd5dd767b4fec00 } from '../../../../src/admin/by-network.client.tsx'
import { ConnectionCell as ConnectionCell_11f706679fe9266600cd7ae6c53cea22 } from '../../../../src/admin/connection-cell.tsx'
import { OpenInvitation as OpenInvitation_0edecc73bc3ced5e2d154398d453c682 } from '../../../../src/admin/invitation.client.tsx'
import { AccountForm as AccountForm_2ad1240d118f3c65e38f741ed1c5dffd } from '../../../../src/admin/account-form.client.tsx'
import { Mark as Mark_eb58636b4f959a7d1e7b067d98c6b605 } from '../../../../src/admin/brand.tsx'
import { Logo as Logo_eb58636b4f959a7d1e7b067d98c6b605 } from '../../../../src/admin/brand.tsx'
import { SystemLinks as SystemLinks_97a018a826f6f247b4128349524ffbde } from '../../../../src/admin/system-links.tsx'
import { NavLinks as NavLinks_6c216bbd0849acd8d35f08f9055172ab } from '../../../../src/admin/nav-links.tsx'
import { SpokenNames as SpokenNames_e99f041d4d3b657043056027ec9fffc9 } from '../../../../src/admin/spoken-names.client.tsx'
import { TodayView as TodayView_fbd36957584275008aa3ba6efd830bf6 } from '../../../../src/admin/today-view.tsx'
import { MailboxView as MailboxView_1f6baf7a250302eaa0610a1c835ad41b } from '../../../../src/admin/mailbox-view.tsx'
import { BlockView as BlockView_9a206581d74647e4e906bb41e09a3bd9 } from '../../../../src/admin/block-view.tsx'
import { EditionView as EditionView_ed6d97e928edfd5a25aee82495029c87 } from '../../../../src/admin/edition-view.tsx'
import { ImportView as ImportView_769ef4b5516e54e3f35af988c5f1a9de } from '../../../../src/admin/import-view.tsx'
import { DataFlowsView as DataFlowsView_7821c3918c52f684a5b3154719a0896b } from '../../../../src/admin/data-flows-view.tsx'
import { ReportView as ReportView_7fd8bc2004fe0fc290e0f96b1f100a3f } from '../../../../src/admin/report-view.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/settling.tsx#Settling": Settling_89503da703ffbf3d0397053c209c4b84,
  "/src/admin/moment-cell.tsx#MomentCell": MomentCell_cc5c279483d2859c4a7c46ea5188ae17,
  "/src/admin/typed-moment.client.tsx#TypedMomentField": TypedMomentField_708be711e281a5cf6a005405bea7a407,
  "/src/admin/characters-left.client.tsx#CharactersLeft": CharactersLeft_8ee1dec80240df7ba09ce734c9138f2c,
  "/src/admin/needed-label.client.tsx#NeededLabel": NeededLabel_8ae79d8ed8b15d08ae5aae607d1b457a,
  "/src/admin/content-cells.tsx#OrganisationCell": OrganisationCell_4eca52e6a5520a800b96cef99e55133a,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/publish-later.client.tsx#PublishLater": PublishLater_79916bbba91c27776933125e1f20464b,
  "/src/admin/post-preview.tsx#PostPreview": PostPreview_9aa29728e207e4a44fbb98855db496f5,
  "/src/admin/changed-by-diff.tsx#ChangedByDiff": ChangedByDiff_7f1f1df96207d76a7e9dd0e7a1ba257f,
  "/src/admin/keep-typed.client.tsx#KeepTyped": KeepTyped_73ee90c7dbced5fde8328980071132d0,
  "/src/admin/content-cells.tsx#PublishedCell": PublishedCell_4eca52e6a5520a800b96cef99e55133a,
  "/src/admin/content-list.tsx#ContentList": ContentList_652363707b8a7317f5195490aa1689f9,
  "/src/admin/versions-view.tsx#VersionsView": VersionsView_f91af1b26a65b938da1a918f3c26722c,
  "/src/admin/promotion-view.tsx#PromotionView": PromotionView_0a9f3844b3968e69a524046bdd23a7a6,
  "/src/admin/ledger-cells.tsx#StatusCell": StatusCell_1d49739aa29d837b35ac2859bc015df4,
  "/src/admin/ledger-cells.tsx#BecauseCell": BecauseCell_1d49739aa29d837b35ac2859bc015df4,
  "/src/admin/ledger-tabs.tsx#LedgerTabs": LedgerTabs_f30f96809140e99cb69ac997c4057f23,
  "/src/admin/delivery-view.tsx#DeliveryView": DeliveryView_eca872a81454817aef9fd1f82e375b82,
  "/src/admin/edition-list.tsx#EditionCell": EditionCell_dd6ea2b7b2c0c06e2f977edf3314e779,
  "/src/admin/edition-list.tsx#EditionRedirect": EditionRedirect_dd6ea2b7b2c0c06e2f977edf3314e779,
  "/src/admin/import-link.tsx#ImportLink": ImportLink_95fc14e09aab05665fd6ed383f4cd56f,
  "/src/admin/recorded-field.client.tsx#RecordedField": RecordedField_c3e009b3232d7ee41d016f0cb78fe437,
  "/src/admin/by-network.client.tsx#ByNetworkHint": ByNetworkHint_fc68bf065f2a15d39cd5dd767b4fec00,
  "/src/admin/channel-connection.client.tsx#ChannelConnection": ChannelConnection_798e4cb73074950065ce23f433e93195,
  "/src/admin/by-network.client.tsx#ByNetworkLabel": ByNetworkLabel_fc68bf065f2a15d39cd5dd767b4fec00,
  "/src/admin/connection-cell.tsx#ConnectionCell": ConnectionCell_11f706679fe9266600cd7ae6c53cea22,
  "/src/admin/invitation.client.tsx#OpenInvitation": OpenInvitation_0edecc73bc3ced5e2d154398d453c682,
  "/src/admin/account-form.client.tsx#AccountForm": AccountForm_2ad1240d118f3c65e38f741ed1c5dffd,
  "/src/admin/brand.tsx#Mark": Mark_eb58636b4f959a7d1e7b067d98c6b605,
  "/src/admin/brand.tsx#Logo": Logo_eb58636b4f959a7d1e7b067d98c6b605,
  "/src/admin/system-links.tsx#SystemLinks": SystemLinks_97a018a826f6f247b4128349524ffbde,
  "/src/admin/nav-links.tsx#NavLinks": NavLinks_6c216bbd0849acd8d35f08f9055172ab,
  "/src/admin/spoken-names.client.tsx#SpokenNames": SpokenNames_e99f041d4d3b657043056027ec9fffc9,
  "/src/admin/today-view.tsx#TodayView": TodayView_fbd36957584275008aa3ba6efd830bf6,
  "/src/admin/mailbox-view.tsx#MailboxView": MailboxView_1f6baf7a250302eaa0610a1c835ad41b,
  "/src/admin/block-view.tsx#BlockView": BlockView_9a206581d74647e4e906bb41e09a3bd9,
  "/src/admin/edition-view.tsx#EditionView": EditionView_ed6d97e928edfd5a25aee82495029c87,
  "/src/admin/import-view.tsx#ImportView": ImportView_769ef4b5516e54e3f35af988c5f1a9de,
  "/src/admin/data-flows-view.tsx#DataFlowsView": DataFlowsView_7821c3918c52f684a5b3154719a0896b,
  "/src/admin/report-view.tsx#ReportView": ReportView_7fd8bc2004fe0fc290e0f96b1f100a3f,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
