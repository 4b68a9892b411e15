"""A control that raises."""


def configure_control(**more):
    raise RuntimeError("no configuration")


def before_activity_control(context, **more):
    raise RuntimeError("no activity")


def after_activity_control(context, **more):
    raise RuntimeError("no activity")
