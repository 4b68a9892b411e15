"""A control that looks at itself."""


def validate_control(control):
    if "level" not in control["provider"].get("arguments", {}):
        raise ValueError("a level is needed")
