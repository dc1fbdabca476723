// Package score measures facts read out of articles against facts that careful readers wrote down: precision, recall and
// F1 for each kind of fact. It is a port of the reference scorer (testdata/gold/README.md says what that is); a test holds
// the two together, so nothing here may be more forgiving or stricter than the reference.
package score

// Kind is one kind of fact that is scored.
type Kind string

// The kinds of fact. What each compares stands with the function that scores it.
const (
	Persons          Kind = "persons"
	Posts            Kind = "posts"
	PostPlaces       Kind = "post_places"
	AdminPlaces      Kind = "admin_places"
	Organizations    Kind = "organizations"
	Agreements       Kind = "agreements"
	AgreementParties Kind = "agreement_parties"
	Events           Kind = "events"
	Participants     Kind = "participants"
	Speakers         Kind = "speakers"

	PostOrgs            Kind = "post_orgs"
	PostStatus          Kind = "post_status"
	Facilities          Kind = "facilities"
	AgreementDates      Kind = "agreement_dates"
	AgreementSectors    Kind = "agreement_sectors"
	AgreementStatus     Kind = "agreement_status"
	EventStarts         Kind = "event_starts"
	EventEnds           Kind = "event_ends"
	EventPlaces         Kind = "event_places"
	ParticipantRoles    Kind = "participant_roles"
	Statistics          Kind = "statistics"
	StatisticIndicators Kind = "statistic_indicators"
	Bylines             Kind = "bylines"
	Titles              Kind = "titles"
)

// headline is the kinds whose mean F1 is the headline figure, in the order printed.
var headline = [...]Kind{
	Persons, Posts, PostPlaces, AdminPlaces, Organizations, Agreements, AgreementParties, Events, Participants, Speakers,
}

// extra is the kinds that are reported beside it.
var extra = [...]Kind{
	PostOrgs, PostStatus, Facilities, AgreementDates, AgreementSectors, AgreementStatus, EventStarts, EventEnds,
	EventPlaces, ParticipantRoles, Statistics, StatisticIndicators, Bylines, Titles,
}

// Kinds is every kind in the order printed, those of the headline first.
func Kinds() []Kind { return append(headline[:len(headline):len(headline)], extra[:]...) }
