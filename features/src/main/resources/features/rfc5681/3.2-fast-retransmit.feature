Feature: RFC 5681 section 3.2: fast retransmit
  A receiver asks again for what is missing with each segment that comes behind it. The first two such acknowledgments say that
  segments leave the network, the third one says that one is lost - if it is one.

  Rule: The first two duplicates let something new leave
    @RFC5681/LIMITED-TRANSMIT @virtual-time
    Scenario: Each of the first two duplicates is followed by a new segment
      Given a connection that the peer has opened, starting at any sequence number
      When the peer repeats its acknowledgment twice when data comes
      And the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint sends a new segment for each of the two

  Rule: When the loss is repaired the sender has learned from it
    @RFC5681/RECOVERY
    Scenario: A repaired loss leaves half of what was under way
      Given a connection that the peer has opened, starting at any sequence number
      And the peer keeps what comes behind a gap
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint puts no more under way than half of what was too much

    @RFC5681/WHILE-REPAIRING @virtual-time
    Scenario: Until then a new segment leaves only for one that has left the network
      Given a connection that the peer has opened, starting at any sequence number
      And the peer keeps what comes behind a gap
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint puts no more under way while it repairs than duplicates allow

    @RFC5681/WHILE-REPAIRING @virtual-time
    Scenario: Also if several segments are lost
      Given a connection that the peer has opened, starting at any sequence number
      And the peer keeps what comes behind a gap
      When the endpoint's application sends a lot of any data, but any few segments of it is lost on the way
      Then the endpoint puts no more under way while it repairs than duplicates allow

    @RFC5681/WHILE-REPAIRING @virtual-time
    Scenario: Also if each acknowledgment covers only a part of a segment
      Given a connection that the peer has opened, starting at any sequence number
      And the peer keeps what comes behind a gap
      And the peer acknowledges each segment in ten parts
      When the endpoint's application sends a lot of any data, but any few segments of it is lost on the way
      Then the endpoint puts no more under way while it repairs than duplicates allow

    @RFC5681/RECOVERY @needs:TCP_SACK @virtual-time
    Scenario Outline: It does so with selective acknowledgments, too, if the <opener> has opened the connection
      Given a peer that offers selective acknowledgments
      And a connection that the <opener> has opened, starting at any sequence number
      And both ends have offered it
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the peer keeps and reports what comes behind a gap
      And the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      And the peer receives exactly what the endpoint's application sent
      And nothing else happens for half a second
      When the endpoint's application sends a lot of any data
      Then the endpoint puts no more under way than half of what was too much

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC5681/RECOVERY @needs:TCP_SACK @virtual-time
    Scenario: A lost last segment is a loss like any other, however it is noticed
      Given a peer that offers selective acknowledgments
      And a connection that the peer has opened, starting at any sequence number
      And both ends have offered it
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the peer keeps and reports what comes behind a gap
      And the endpoint's application sends several full segments, but the last segment of it is lost on the way
      And the peer receives exactly what the endpoint's application sent
      And the endpoint's application sends a few octets more
      And the peer receives exactly what the endpoint's application sent
      And nothing else happens for half a second
      When the endpoint's application sends a lot of any data
      Then the endpoint puts no more under way than half of what was too much

    @RFC5681/FLIGHT-SIZE
    Scenario: Half of the little that was under way is little, though much more could have been
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the peer keeps what comes behind a gap
      And the endpoint's application sends several full segments, but any one segment of it is lost on the way
      And the peer receives exactly what the endpoint's application sent
      When the endpoint's application sends a lot of any data
      Then the endpoint puts no more under way than half of what was too much

    @RFC5681/FLIGHT-SIZE @virtual-time
    Scenario: What leaves with the first two duplicates does not count
      Given a connection that the peer has opened, starting at any sequence number
      And the peer keeps what comes behind a gap
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint goes on with half of what was under way before the duplicates

  Rule: Each loss is noticed anew
    @RFC5681/FAST-RETRANSMIT
    Scenario Outline: A segment that is lost when another loss was repaired is sent again as soon, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the peer keeps what comes behind a gap
      And the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      And the peer receives exactly what the endpoint's application sent
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint sends the lost segment again before a timeout could tell it
      And the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: Not everything with the same number is a duplicate
    @RFC5681/DUPLICATE
    Scenario Outline: Three segments are no sign of a loss when the peer <speaks>
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      When the peer <speaks>
      Then the endpoint takes that for no loss

      Examples:
        | speaks                                                     |
        | sends three segments of its own, but acknowledges nothing |
        | offers three other windows, but acknowledges nothing      |
        | repeats an acknowledgment twice, and the next one once    |
