"""A control that ends the run at the place that its argument names."""

from chaoslib.exceptions import InterruptExecution


def end(place, wanted):
    if place == wanted:
        raise InterruptExecution("ended at " + place)


def before_experiment_control(context, at, **more):
    end("before experiment", at)


def before_hypothesis_control(context, at, **more):
    end("before hypothesis", at)


def before_method_control(context, at, **more):
    end("before method", at)


def before_activity_control(context, at, **more):
    end("before " + context["name"], at)


def after_activity_control(context, at, **more):
    end("after " + context["name"], at)


def before_rollback_control(context, at, **more):
    end("before rollback", at)


def after_experiment_control(context, at, **more):
    end("after experiment", at)
