"""The catalogue across municipalities: as a value, and as a document."""

from workbench.reports.catalogue.compose import catalogue, compose_catalogue
from workbench.reports.catalogue.field import Field, gather_field
from workbench.reports.catalogue.outline import catalogue_document
from workbench.reports.catalogue.value import Catalogue

__all__ = ["Catalogue", "Field", "catalogue", "catalogue_document", "compose_catalogue", "gather_field"]
