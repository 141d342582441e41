"""The package as a Django application."""

from django.apps import AppConfig


class EditorialConfig(AppConfig):
    """Registers models and templates, and keeps the framework from sending mail."""

    name = "sathana.editorial"
    label = "editorial"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Be silent: nobody here has a mail address, and notices tell without one."""
        from wagtail.models import TaskState, WorkflowState
        from wagtail.signals import (
            task_submitted,
            workflow_approved,
            workflow_rejected,
            workflow_submitted,
        )

        uid = "{}_email_notification".format
        task_submitted.disconnect(
            sender=TaskState, dispatch_uid=uid("group_approval_task_submitted")
        )
        for signal, what in (
            (workflow_submitted, "submitted"),
            (workflow_rejected, "rejected"),
            (workflow_approved, "approved"),
        ):
            signal.disconnect(
                sender=WorkflowState, dispatch_uid=uid(f"workflow_state_{what}")
            )
