"""A control that writes what it sees to controls.log, and does what its arguments say."""


def note(text):
    with open("controls.log", "a") as log:
        log.write(text + "\n")


def configure_control(label="", experiment=None, configuration=None, secrets=None, settings=None):
    note("configure " + label + " " + experiment["title"])


def cleanup_control():
    note("cleanup")


def before_experiment_control(context, state=None, label="", **more):
    note("before experiment " + label)


def after_experiment_control(context, state, label="", **more):
    note("after experiment " + label + " " + str(state["status"]))


def before_hypothesis_control(context, label="", **more):
    note("before hypothesis " + label + " " + context["title"])


def after_hypothesis_control(context, state, label="", **more):
    note("after hypothesis " + label + " " + str(state["steady_state_met"]))


def before_method_control(context, label="", **more):
    note("before method " + label)


def after_method_control(context, state, label="", **more):
    note("after method " + label + " " + str(len(state)))


def before_rollback_control(context, label="", **more):
    note("before rollback " + label)


def after_rollback_control(context, state, label="", **more):
    note("after rollback " + label + " " + str(len(state)))


def before_activity_control(context, label="", **more):
    note("before activity " + label + " " + context["name"])


def after_activity_control(context, state, label="", **more):
    note("after activity " + label + " " + context["name"] + " " + str(state["status"]))
