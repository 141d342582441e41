"""stub"""

from django.http import HttpResponse


def _x(request, key=""):
    return HttpResponse("x")


procedures = procedure = rights = right = fees = limits = doors = forms = _x
