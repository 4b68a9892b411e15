"""A control that changes what it is shown."""


def before_activity_control(context, experiment, configuration, **more):
    if context["name"] == "changed":
        context["provider"]["arguments"] = {"of": "changed by the control"}
    if context["name"] == "adds":
        experiment["rollbacks"].append(
            {
                "type": "probe",
                "name": "added",
                "provider": {"type": "python", "module": "morrow_case", "func": "value", "arguments": {"of": 7}},
            }
        )
        configuration["word"] = "new"


def after_activity_control(context, state, **more):
    if context["name"] == "overruled":
        state["output"] = "another output"
        state["extra"] = {"by": "control"}


def after_experiment_control(context, state, **more):
    state["noted"] = "by the control"
