"""Classes of the columns of the editors' framework: public texts, and who edits them.

Nobody who asks for help stands in any of these tables: stories are told without names,
and the directory of helpers is our own.
"""

from __future__ import annotations

from sathana.protection.classes import Sensitivity

P0, P1 = Sensitivity.P0, Sensitivity.P1

type Told = tuple[Sensitivity, str, str]
"""Class, columns, and what stands in them."""

TABLES: dict[str, Told] = {
    "taggit.Tag": (
        P0,
        "id name slug",
        "Empty: nothing here is tagged.",
    ),
    "taggit.TaggedItem": (
        P1,
        "id tag content_type object_id",
        "Empty: nothing here is tagged.",
    ),
    "wagtail_localize.LocaleSynchronization": (
        P1,
        "id locale sync_from",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.OverridableSegment": (
        P1,
        "id source context order data_json",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.RelatedObjectSegment": (
        P1,
        "id source context order object",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.SegmentOverride": (
        P1,
        (
            "id locale context last_translated_by created_at updated_at data_json "
            "has_error field_error"
        ),
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.String": (
        P1,
        "id locale data_hash data",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.StringSegment": (
        P1,
        "id source context order string attrs",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.StringTranslation": (
        P1,
        (
            "id translation_of locale context data translation_type tool_name "
            "last_translated_by created_at updated_at has_error field_error"
        ),
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.Template": (
        P1,
        "id uuid template template_format string_count",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.TemplateSegment": (
        P1,
        "id source context order template",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.TranslatableObject": (
        P1,
        "translation_key content_type",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.Translation": (
        P1,
        (
            "id uuid source target_locale created_at translations_last_updated_at "
            "destination_last_updated_at enabled"
        ),
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.TranslationContext": (
        P1,
        "id object path_id path field_path",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.TranslationLog": (
        P1,
        "id source locale created_at revision",
        "Public texts and their translations, and who translated them.",
    ),
    "wagtail_localize.TranslationSource": (
        P1,
        (
            "id object specific_content_type locale object_repr content_json "
            "schema_version created_at last_updated_at"
        ),
        "Public texts and their translations, and who translated them.",
    ),
    "wagtailadmin.Admin": (
        P1,
        "id",
        "Empty: only the permission to enter the editors' rooms hangs on it.",
    ),
    "wagtailadmin.EditingSession": (
        P1,
        "id user content_type object_id last_seen_at is_editing",
        "Drafts of public pages, and what editors did and said about them.",
    ),
    "wagtailadmin.FormState": (
        P1,
        "id data user content_type object_id parent_object_id last_updated_at",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.APIToken": (
        P1,
        "id user name key_hash prefix created revoked_at last_used_at",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.Collection": (
        P1,
        "id path depth numchild name",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.CollectionViewRestriction": (
        P1,
        "id restriction_type password collection",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.CollectionViewRestriction_groups": (
        P1,
        "id collectionviewrestriction group",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.Comment": (
        P1,
        (
            "id page user text contentpath position created_at updated_at "
            "revision_created resolved_at resolved_by"
        ),
        "Drafts of public pages, and what editors did and said about them.",
    ),
    "wagtailcore.CommentReply": (
        P1,
        "id comment user text created_at updated_at",
        "Drafts of public pages, and what editors did and said about them.",
    ),
    "wagtailcore.GroupApprovalTask": (
        P0,
        "task_ptr",
        "Which reviews a public page passes, and which editor gave them when.",
    ),
    "wagtailcore.GroupApprovalTask_groups": (
        P1,
        "id groupapprovaltask group",
        "Which reviews a public page passes, and which editor gave them when.",
    ),
    "wagtailcore.GroupCollectionPermission": (
        P1,
        "id group collection permission",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.GroupPagePermission": (
        P1,
        "id group page permission",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.GroupSitePermission": (
        P1,
        "id group site permission",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.Locale": (
        P0,
        "id language_code",
        "The public site itself: its pages, languages and name.",
    ),
    "wagtailcore.ModelLogEntry": (
        P1,
        (
            "id content_type label action data timestamp uuid user revision "
            "content_changed deleted object_id"
        ),
        "Drafts of public pages, and what editors did and said about them.",
    ),
    "wagtailcore.Page": (
        P0,
        (
            "id path depth numchild translation_key locale latest_revision live "
            "has_unpublished_changes first_published_at last_published_at "
            "live_revision go_live_at expire_at expired locked locked_at locked_by "
            "title draft_title slug content_type url_path owner "
            "latest_revision_created_at alias_of show_in_menus seo_title "
            "search_description"
        ),
        "The public site itself: its pages, languages and name.",
    ),
    "wagtailcore.PageLogEntry": (
        P1,
        (
            "id content_type label action data timestamp uuid user revision "
            "content_changed deleted page"
        ),
        "Drafts of public pages, and what editors did and said about them.",
    ),
    "wagtailcore.PageSubscription": (
        P1,
        "id user page comment_notifications",
        "Drafts of public pages, and what editors did and said about them.",
    ),
    "wagtailcore.PageViewRestriction": (
        P1,
        "id restriction_type password page",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.PageViewRestriction_groups": (
        P1,
        "id pageviewrestriction group",
        "What editors may do on the public site, by group; nothing of a family.",
    ),
    "wagtailcore.ReferenceIndex": (
        P0,
        (
            "id content_type base_content_type object_id to_content_type "
            "to_object_id model_path content_path content_path_hash"
        ),
        "Which public page leads to which.",
    ),
    "wagtailcore.Revision": (
        P1,
        (
            "id content_type base_content_type object_id created_at user object_str "
            "content approved_go_live_at"
        ),
        "Drafts of public pages, and what editors did and said about them.",
    ),
    "wagtailcore.Site": (
        P0,
        "id hostname port site_name root_page is_default_site",
        "The public site itself: its pages, languages and name.",
    ),
    "wagtailcore.Task": (
        P0,
        "id name content_type active",
        "Which reviews a public page passes, and which editor gave them when.",
    ),
    "wagtailcore.TaskState": (
        P1,
        (
            "id workflow_state revision task status started_at finished_at "
            "finished_by comment content_type"
        ),
        "Which reviews a public page passes, and which editor gave them when.",
    ),
    "wagtailcore.UploadedFile": (
        P1,
        "id for_content_type file uploaded_by_user",
        "Empty: uploads pass sathana.media.",
    ),
    "wagtailcore.Workflow": (
        P0,
        "id name active",
        "Which reviews a public page passes, and which editor gave them when.",
    ),
    "wagtailcore.WorkflowContentType": (
        P0,
        "content_type workflow",
        "Which reviews a public page passes, and which editor gave them when.",
    ),
    "wagtailcore.WorkflowPage": (
        P0,
        "page workflow",
        "Which reviews a public page passes, and which editor gave them when.",
    ),
    "wagtailcore.WorkflowState": (
        P1,
        (
            "id content_type base_content_type object_id workflow status created_at "
            "requested_by current_task_state"
        ),
        "Which reviews a public page passes, and which editor gave them when.",
    ),
    "wagtailcore.WorkflowTask": (
        P0,
        "id sort_order workflow task",
        "Which reviews a public page passes, and which editor gave them when.",
    ),
    "wagtaildocs.Document": (
        P1,
        "id collection title file created_at uploaded_by_user file_size file_hash",
        "Empty: recordings and pictures are sathana.media's; these doors are closed.",
    ),
    "wagtailimages.Image": (
        P1,
        (
            "id collection title file description width height created_at "
            "uploaded_by_user focal_point_x focal_point_y focal_point_width "
            "focal_point_height file_size file_hash"
        ),
        "Empty: recordings and pictures are sathana.media's; these doors are closed.",
    ),
    "wagtailimages.Rendition": (
        P1,
        "id filter_spec file width height focal_point_key image",
        "Empty: recordings and pictures are sathana.media's; these doors are closed.",
    ),
    "wagtailusers.UserProfile": (
        P1,
        (
            "id user submitted_notifications approved_notifications "
            "rejected_notifications updated_comments_notifications "
            "preferred_language current_time_zone avatar dismissibles theme "
            "contrast density keyboard_shortcuts"
        ),
        "How an editor likes the editors' rooms to look.",
    ),
}
