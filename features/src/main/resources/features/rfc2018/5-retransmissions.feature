Feature: RFC 2018 sections 5 and 8: what a sender makes of blocks
  A sender remembers which of its segments the receiver has, and sends only the others again. But a block is advice: what it tells of
  may still be thrown away, so the sender keeps everything until it is acknowledged.

  Rule: What is reported is not sent again
    @RFC2018/5-SKIP
    Scenario: Only what is missing is sent again
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      And the peer keeps and reports what comes behind a gap
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint sends nothing again that the peer has reported, before a timeout has passed

    @RFC2018/5-SKIP
    Scenario: Only what is missing is sent again, if that is more than one segment
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after an active open
      And both ends have offered it
      And the peer keeps and reports what comes behind a gap
      When the endpoint's application sends a lot of any data, but any few segments of it is lost on the way
      Then the endpoint sends nothing again that the peer has reported, before a timeout has passed

  Rule: It is kept all the same
    @RFC2018/8-KEEP
    Scenario: What was reported and thrown away is sent again
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      And the peer reports what comes behind a gap, but does not keep it
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the peer receives exactly what the endpoint's application sent

    @RFC2018/8-KEEP @virtual-time
    Scenario: Of a segment whose front alone was acknowledged the rest is sent again
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      And the endpoint's application sends a lot of any data, and nobody answers
      When the peer acknowledges any part of it
      Then once the peer answers again, the peer receives exactly what the endpoint's application sent

    @RFC2018/8-KEEP @closing @virtual-time
    Scenario: The end of the stream is sent again, too
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      When the endpoint's application sends any data, but the end of its stream is lost on the way
      And the endpoint's application closes
      Then the endpoint sends the end of its stream
      And the endpoint sends the end of its stream again
      And the peer receives exactly what the endpoint's application sent

    @RFC2018/8-KEEP
    Scenario: The same if more than one segment is lost
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after an active open
      And both ends have offered it
      And the peer reports what comes behind a gap, but does not keep it
      When the endpoint's application sends a lot of any data, but any few segments of it is lost on the way
      Then the peer receives exactly what the endpoint's application sent

    @RFC2018/5.1-TIMEOUT
    Scenario: A timeout takes all reports back
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after an active open
      And both ends have offered it
      And the peer reports what comes behind a gap, but does not keep it
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the peer receives exactly what the endpoint's application sent

  Rule: What is no block of anything changes nothing
    @RFC2018/5-NONSENSE
    Scenario Outline: The stream arrives when the peer <nonsense>
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      And the peer <nonsense>
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the peer receives exactly what the endpoint's application sent

      Examples:
        | nonsense                                  |
        | reports what was never sent               |
        | reports blocks that end before they begin |
        | reports blocks of nothing                 |
        | reports what it has acknowledged          |
        | has SACK options of an odd length         |
